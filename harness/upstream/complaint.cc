// SPDX-License-Identifier: MIT
#include "harness/upstream/complaint.h"

#include <chrono>

#include "aws/error.h"

namespace stunt::harness {
namespace {

constexpr std::chrono::minutes kRest{1};

}  // namespace

bool Complaint::is_in(const http::Reply& reply) {
  const auto code = aws::error_code(reply);
  return code == "InvalidSignatureException" || code == "SignatureDoesNotMatch";
}

std::optional<std::string> Complaint::about(const http::Reply& reply, world::Moment now) {
  if (!is_in(reply)) return std::nullopt;
  const std::lock_guard lock(mutex_);
  if (last_ && now - *last_ < kRest) return std::nullopt;
  last_ = now;
  return "the upstream refuses a signature. It verifies signatures over the Host it was called by; "
         "a client signs the Host that it calls, which is stunt, and the request is passed on with "
         "it. If the upstream wants its own name there, have requests signed anew: "
         "--upstream-credentials env";
}

}  // namespace stunt::harness
