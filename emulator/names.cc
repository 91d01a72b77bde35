// SPDX-License-Identifier: MIT
#include "emulator/names.h"

namespace stunt::emulator {

bool is_valid_name(std::string_view name) {
  return name.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/_+=.@!") ==
         std::string_view::npos;
}

}  // namespace stunt::emulator
