// SPDX-License-Identifier: MIT
#include "emulator/names.h"

namespace stunt::emulator {

bool is_valid_name(std::string_view name) {
  return name.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/_+=.@!") ==
         std::string_view::npos;
}

bool is_valid_secret_id(std::string_view secret_id) {
  return secret_id.starts_with("arn:") || is_valid_name(secret_id);
}

std::string_view owning_service(std::string_view name) {
  const auto end = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-");
  return end != std::string_view::npos && name[end] == '!' ? name.substr(0, end)
                                                           : std::string_view();
}

}  // namespace stunt::emulator
