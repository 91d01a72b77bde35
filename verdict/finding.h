// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::verdict {

/// How something that was expected turned out.
enum class Status {
  pass,
  fail,
  inconclusive,  ///< what happened says neither yes nor no
  error          ///< it could not be judged at all
};

/// "pass", "fail", "inconclusive", "error".
std::string_view to_string(Status status);

/// What a program says with its exit: 0 pass, 1 fail, 2 error, 3 inconclusive.
int exit_code(Status status);

/// What became of one expectation. Texts name operations, secrets, ids and members; never a value
/// of a secret.
struct Finding {
  Status status = Status::pass;
  std::string name;                    ///< of the expectation
  std::string text;                    ///< one line
  std::vector<std::string> details{};  ///< more lines, for people
  std::vector<std::uint64_t> seqs{};   ///< the exchanges that it is about, in order of arrival
};

}  // namespace stunt::verdict
