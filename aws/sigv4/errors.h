// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "aws/error.h"
#include "aws/sigv4/authorization.h"
#include "world/clock.h"

/// Why a sender is not believed, in AWS's own sentences. Nothing here quotes what may hold a
/// secret: an Authorization header, which people fill in by hand, is told by its hash, as AWS does
/// itself.
namespace stunt::aws::errors {

// There is no signature to look at.
Error missing_token();
Error signed_twice();

// The header cannot be read.
Error not_a_pair(std::string_view authorization);
Error incomplete(const Authorization& parts, bool has_date, std::string_view authorization);
Error malformed_date(std::string_view text);
Error unknown_algorithm(std::string_view algorithm);
Error malformed_credential(std::string_view credential);

// What was signed is not what we would have signed.
Error expired(world::Instant signed_at, world::Instant now, world::Duration tolerance);
Error not_yet_current(world::Instant signed_at, world::Instant now, world::Duration tolerance);
Error unsigned_host();
Error unsigned_header(std::string_view name);
Error wrong_scope(std::string_view problems);
Error wrong_signature();

// The key is not one of ours.
Error unknown_key();
Error wrong_session_token();
Error expired_key();

}  // namespace stunt::aws::errors
