// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace stunt::emulator {

/// What a version of a secret keeps: a text (UTF-8) or raw bytes. It cannot be printed and turns
/// into nothing by itself; whoever wants to see it has to say reveal().
class SecretValue {
 public:
  static SecretValue text(std::string value) { return {false, std::move(value)}; }
  static SecretValue binary(std::string bytes) { return {true, std::move(bytes)}; }

  bool is_binary() const { return is_binary_; }
  std::size_t size() const { return bytes_.size(); }
  std::string_view reveal() const { return bytes_; }

  bool operator==(const SecretValue&) const = default;

 private:
  SecretValue(bool is_binary, std::string bytes)
      : is_binary_(is_binary), bytes_(std::move(bytes)) {}

  bool is_binary_;
  std::string bytes_;
};

}  // namespace stunt::emulator
