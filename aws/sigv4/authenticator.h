// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aws/error.h"
#include "aws/sigv4/authorization.h"
#include "aws/sigv4/key.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::aws {

/// Whose signatures are believed, and for what.
struct Trust {
  std::string service;                 ///< signing name: "secretsmanager"
  std::vector<std::string> regions{};  ///< for which a credential may be scoped; empty: any
  std::vector<Key> keys{};

  /// This program's own: with it every account id is an access key id, so that what runs inside of
  /// the service can act in any account.
  std::optional<SecretAccessKey> own{};
};

/// Tells whether a request was signed, SigV4, by somebody who has the key that it names. Checks
/// come in the order in which AWS's JSON services make them, each with their error. Immutable,
/// thread-safe.
class Authenticator {
 public:
  /// The clock must outlive it.
  Authenticator(Trust trust, const world::Clock& clock);

  /// Why the request is refused; nothing if it is believed. For one that a fault meets our clock is
  /// off by `clock_off`.
  std::optional<Error> refuse(const http::Request& request,
                              world::Duration clock_off = world::Duration(0)) const;

 private:
  struct Claim;

  std::optional<Error> refuse_scope(const Claim& claim) const;
  std::optional<Error> refuse_signature(const Claim& claim) const;

  const std::string service_;
  const std::vector<std::string> regions_;
  const std::optional<SecretAccessKey> own_;
  std::map<std::string, Key, std::less<>> keys_;
  const world::Clock& clock_;
};

}  // namespace stunt::aws
