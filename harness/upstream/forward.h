// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/call.h"
#include "aws/sigv4/key.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::harness {

/// The request as it goes on to an upstream: as it came, the client's Host and signature included,
/// without what is about the connection to us (hop-by-hop headers, the /s/NAME of a scope).
http::Request forwarded(const http::Request& request);

/// Makes it a request to that host, signed with that key at that time: for the service and the
/// Region that the client's own signature is for, and without one for those of `otherwise`.
void sign_anew(http::Request& request, const aws::Credential& by_client, const std::string& host,
               const aws::Key& key, const aws::Scope& otherwise, world::Instant now);

/// The answer as it goes on to the client.
http::Reply forwarded(http::Reply reply);

}  // namespace stunt::harness
