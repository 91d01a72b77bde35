// SPDX-License-Identifier: MIT
#pragma once

#include "aws/sigv4/key.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::aws {

/// Signs a request that is ready to be sent, its Host included: sets X-Amz-Date,
/// X-Amz-Security-Token if the key has one, and Authorization. Every header is signed but those
/// that change on the way (User-Agent, Connection, …). Signing again replaces the signature.
void sign(http::Request& request, const Key& key, const Scope& scope, world::Instant at);

}  // namespace stunt::aws
