// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "subject.h"

namespace stunt::test {

/// Whether a server behaved, and if not, what was seen instead. Asks the server only over the
/// wire, and ends by itself whatever the server does.
using Case = testing::AssertionResult (*)(Subject&);

/// Our server passes the case, and then ends in order.
void expect_ours_behaves(Case holds);

/// The stock endpoint fails the case, and for this reason: that is why the shield exists. A test
/// of this kind that begins to fail says that Pistache has become better.
void expect_stock_fails(Case holds, const std::string& seen);

/// What answers_a_new_client() says when no answer came and the server was busy all the time.
constexpr const char* kSpins = "a new client got '' while the server spun";

/// Asks for "/" on a new connection.
testing::AssertionResult answers_a_new_client(Subject& server);

/// "GET /path HTTP/1.1" with what HTTP asks for.
std::string get(const std::string& target);

}  // namespace stunt::test
