// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "aws/json.h"
#include "aws/sigv4/secret_access_key.h"
#include "emulator/place.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::harness {

/// A call of the program's own, as an SDK would send it from that place: the account as access key
/// id, signed with the program's own secret.
http::Request own_call(std::string_view operation, const aws::Json& body,
                       const emulator::Place& place, world::Instant now,
                       const aws::SecretAccessKey& own_secret,
                       std::string user_agent = "stunt-rotation");

}  // namespace stunt::harness
