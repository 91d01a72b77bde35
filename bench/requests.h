// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace stunt::bench {

constexpr std::string_view kRegion = "us-east-1";
constexpr std::string_view kAccount = "111122223333";

/// A request as an SDK sends it for the operation, but for the signature.
http::Request request(std::string_view operation, std::string body);

/// The same with one, of which only the Region and the account mean something.
http::Request signed_request(std::string_view operation, std::string body,
                             std::string_view region = kRegion);

}  // namespace stunt::bench
