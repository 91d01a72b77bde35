// SPDX-License-Identifier: MIT
#include "input/problem.h"

#include <algorithm>
#include <tuple>

namespace stunt::input {
namespace {

std::string joined(const std::vector<Problem>& problems) {
  std::string text;
  for (const auto& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_string(problem);
  }
  return text;
}

}  // namespace

std::string to_string(const Place& place) {
  if (place.line == 0) return place.file;
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string to_string(const Problem& problem) {
  auto text = to_string(problem.at) + ": ";
  if (!problem.pointer.empty()) text += problem.pointer + ": ";
  text += problem.message;
  if (!problem.hint.empty()) text += "; " + problem.hint;
  return text;
}

BadInput::BadInput(std::vector<Problem> list)
    : std::runtime_error(joined(list)), problems(std::move(list)) {}

void Problems::add(Position at, std::string pointer, std::string message, std::string hint) {
  if (full()) return;
  list_.push_back(
      {{file_, at.line, at.column}, std::move(pointer), std::move(message), std::move(hint)});
}

void Problems::add(const Problems& others) {
  for (const auto& problem : others.list_) {
    if (!full()) list_.push_back(problem);
  }
}

void Problems::throw_if_any() const {
  if (!list_.empty()) throw BadInput(sorted());
}

std::vector<Problem> Problems::sorted() const {
  auto list = list_;
  std::stable_sort(list.begin(), list.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.line, a.at.column) < std::tie(b.at.line, b.at.column);
  });
  return list;
}

}  // namespace stunt::input
