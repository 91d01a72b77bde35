// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "aws/call.h"
#include "http/message.h"

namespace stunt::test {

/// Where an answer is not what the service's model lets the operation answer, a line each: members
/// that the model does not know, of another type or null; an error that the operation does not
/// declare and that is none of the framework's; its text under the wrong name. Empty: all is well.
std::vector<std::string> departures(const aws::Call& call, const http::Reply& reply);

}  // namespace stunt::test
