// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "input/place.h"

namespace stunt::input {

/// One thing that is wrong with a file that somebody wrote.
struct Problem {
  Place at;
  std::string pointer;  ///< JSON Pointer (RFC 6901) to the value; empty for the whole document
  std::string message;  ///< what is wrong
  std::string hint;     ///< what would be right; may be empty
};

/// "file.yaml:12:9: /rules/0/when/operation: unknown operation 'GetSecretValu'; did you mean
/// 'GetSecretValue'?"
std::string to_string(const Problem& problem);

/// A file cannot be used. what() has one problem a line, in the order in which they stand there.
class BadInput : public std::runtime_error {
 public:
  explicit BadInput(std::vector<Problem> list);

  std::vector<Problem> problems;
};

/// Collects what is wrong with one file, so that its author hears everything at once.
class Problems {
 public:
  /// More than these are not kept; nobody reads them, and a hostile file could make millions.
  static constexpr std::size_t kMost = 1000;

  explicit Problems(std::string file) : file_(std::move(file)) {}

  const std::string& file() const { return file_; }
  bool empty() const { return list_.empty(); }
  bool full() const { return list_.size() >= kMost; }

  void add(Position at, std::string pointer, std::string message, std::string hint = {});

  /// The file as a whole is wrong: missing, too large, empty.
  void add(std::string message, std::string hint = {}) { add({}, {}, message, hint); }

  /// Takes over what was found elsewhere in the file.
  void add(const Problems& others);

  /// Throws BadInput if there is any problem.
  void throw_if_any() const;

  /// In the order of the text.
  std::vector<Problem> sorted() const;

 private:
  std::string file_;
  std::vector<Problem> list_;
};

}  // namespace stunt::input
