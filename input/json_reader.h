// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "input/document.h"

namespace stunt::input {

/// Makes a Document of one line of JSON (RFC 8259). Stricter than a parser for machines: an object
/// has each name once, and nothing nests deeper than kDeepest.
class JsonReader {
 public:
  static constexpr std::size_t kDeepest = 64;

  JsonReader(std::string_view text, int number, Problems& problems)
      : text_(text), number_(number), problems_(problems) {}

  /// The document, or nothing, and the first thing that is wrong as a problem.
  std::optional<Document> read();

 private:
  struct Stop {};

  const Node* value(std::size_t depth);
  void list(Node& node, std::size_t depth);
  void object(Node& node, std::size_t depth);
  void add_member(Node& node, std::size_t depth);
  void word(Node& node);
  std::string string();
  void escape(std::string& into);
  std::uint32_t hex4();

  void skip_blanks();
  bool take(char c);
  void expect(char c, const char* what);
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Position here() const { return {number_, static_cast<int>(at_ - continuation_bytes_) + 1}; }
  [[noreturn]] void stop(Position at, std::string message, std::string hint = {});

  std::string_view text_;
  int number_;
  Problems& problems_;
  Document document_{};
  std::size_t at_ = 0;                  // of the next byte
  std::size_t continuation_bytes_ = 0;  // before it: bytes that begin no character
};

}  // namespace stunt::input
