// SPDX-License-Identifier: MIT
#include "harness/admin/problem.h"

#include <utility>

#include "aws/json.h"

namespace stunt::harness::admin {
namespace {

/// More would not be read; a body of 1 MiB can have very many.
constexpr std::size_t kMostErrors = 100;

std::string detail_of(const input::Problem& problem) {
  auto text = problem.message;
  if (!problem.hint.empty()) text += "; " + problem.hint;
  if (problem.at.line > 0) {
    text = std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + ": " + text;
  }
  return text;
}

}  // namespace

Problem::Problem(int status_, std::string detail_, std::vector<Error> errors_)
    : status(status_), detail(std::move(detail_)), errors(std::move(errors_)) {}

Problem::Problem(const input::BadInput& bad) : status(400) {
  const auto count = bad.problems.size();
  detail =
      count == 1 ? "the body has a problem" : "the body has " + std::to_string(count) + " problems";
  for (const auto& problem : bad.problems) {
    if (errors.size() == kMostErrors) break;
    errors.push_back({problem.pointer, detail_of(problem)});
  }
}

http::Reply to_reply(const Problem& problem, std::string_view instance) {
  aws::Json body = {{"type", "about:blank"},
                    {"title", http::reason_phrase(problem.status)},
                    {"status", problem.status},
                    {"detail", problem.detail}};
  if (!instance.empty()) body["instance"] = std::string(instance);
  for (const auto& error : problem.errors) {
    body["errors"].push_back({{"pointer", error.pointer}, {"detail", error.detail}});
  }
  // What was sent may be quoted, and need not be UTF-8.
  return {problem.status,
          {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
          body.dump(2, ' ', false, aws::Json::error_handler_t::replace) + "\n"};
}

}  // namespace stunt::harness::admin
