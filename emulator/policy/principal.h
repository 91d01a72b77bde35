// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::emulator::policy {

/// Whom a statement names.
struct Principal {
  enum class Kind {
    anybody,   ///< "*"
    account,   ///< a whole account: its number, or its root's ARN
    identity,  ///< one user, role or session of an account
    outsider   ///< who is of no account: a service, a federated or a canonical user
  };

  Kind kind = Kind::anybody;
  std::string account{};  ///< 12 digits, of the first two that have one

  bool operator==(const Principal&) const = default;
};

/// Reads an entry of the element Principal, where `type` is its key: AWS, Service, Federated or
/// CanonicalUser. Nothing if AWS would not support it. Whether the one who is named exists is not
/// known here: a well-formed name is enough.
std::optional<Principal> read_principal(std::string_view type, std::string_view name);

/// Whether somebody of an account is meant. Nobody knows which user or role of it makes a call, so
/// who is named as one of them is the caller `perhaps`.
enum class Meant { no, perhaps, yes };

Meant meant(const std::vector<Principal>& principals, std::string_view account);

}  // namespace stunt::emulator::policy
