// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// Appends one JSON text to a string, piece by piece and without blanks; commas and colons are its
/// business. For lines that are written by the ten thousand: no tree is built.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// A member's name; its value comes next.
  void name(std::string_view name);

  /// Bytes that are no UTF-8 are replaced.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::nullptr_t) { raw("null"); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) {
    char digits[24];
    raw({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
  }
  /// A number without a fraction where it has none.
  void value(double number);

  void member(std::string_view name_, const auto& value_) {
    name(name_);
    value(value_);
  }
  /// A member, unless its text is empty.
  void member_if(std::string_view name_, const std::string& text) {
    if (!text.empty()) member(name_, text);
  }

  /// Text that is JSON already.
  void raw(std::string_view json);

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  bool comma_ = false;  ///< something stands before, on the same level
};

/// Appends a string with its quotes, as RFC 8259 has it. Bytes that are no UTF-8 are replaced.
void append_json_string(std::string_view text, std::string& out);

}  // namespace stunt::recorder
