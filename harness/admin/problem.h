// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "input/problem.h"

namespace stunt::harness::admin {

/// Why an admin route did not do what it was asked; thrown by its handler. Becomes an answer of the
/// type application/problem+json (RFC 9457).
struct Problem : std::exception {
  struct Error {
    std::string pointer;  ///< a JSON Pointer into the request's body
    std::string detail;   ///< what is wrong there, and what would be right
  };

  Problem(int status_, std::string detail_, std::vector<Error> errors_ = {});

  /// 400 with all that is wrong in the body that was sent.
  explicit Problem(const input::BadInput& bad);

  const char* what() const noexcept override { return detail.c_str(); }

  int status;
  std::string detail;
  std::vector<Error> errors;
};

/// `instance` is the path that was asked for.
http::Reply to_reply(const Problem& problem, std::string_view instance = {});

}  // namespace stunt::harness::admin
