// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace stunt::harness {

/// Where a command finds its stand-in, and as whom it calls.
struct Access {
  std::string endpoint;  ///< "http://127.0.0.1:4566" or "http://127.0.0.1:4566/s/NAME"
  std::string access_key_id;
  std::string secret_access_key;
  std::string region;
  std::string seed;
};

/// The environment of a command: this process's own, with all that leads an AWS SDK to the
/// stand-in, and without what would lead it elsewhere. "NAME=value" each.
std::vector<std::string> environment_for(const Access& access, const std::vector<std::string>& own);

/// This process's own environment.
std::vector<std::string> own_environment();

}  // namespace stunt::harness
