// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// The version that a call wants made.
struct NewVersion {
  std::string id;
  SecretValue value;
  std::optional<std::string> kms_key_id{};  ///< nothing: encrypted with the secret's key
};

/// The ClientRequestToken, which becomes a version's id. A signed call must have it, because SDKs
/// always send one; for an unsigned one (curl) a UUID is made up.
std::optional<std::string> read_token(const Context& context);

/// Reads SecretString or SecretBinary, and the token; nothing if the call brings no value.
tl::expected<std::optional<NewVersion>, aws::Error> read_new_version(const Context& context);

/// The version that an earlier try of the call has made: it has the same id and the same value.
/// nullptr if the id is free, or its version waits for a value; ResourceExistsException if it
/// stands for another value.
tl::expected<Version*, aws::Error> earlier_version(Secret& secret, const NewVersion& wanted);

/// Adds the version, or gives its value to the one that waits for it, unless that would exceed a
/// quota. There must be no earlier_version(). Comes to version_stored and stage_moved.
tl::expected<Version*, aws::Error> add_version(const Context& context, Secret& secret,
                                               NewVersion wanted, const Versions::Stages& stages);

}  // namespace stunt::emulator
