// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace stunt::emulator {

/// What can be chosen about the service.
struct Settings {
  // Where calls are at home that do not say it themselves.
  std::string region;   ///< "us-east-1"
  std::string account;  ///< 12 digits
};

}  // namespace stunt::emulator
