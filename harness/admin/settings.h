// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stunt::harness {

/// Where the admin API is served, and to whom.
struct AdminSettings {
  bool enabled = true;
  std::optional<std::uint16_t> port{};  ///< it alone is served there; 0: a free one
  std::vector<std::string> hosts{};     ///< names that requests may be for, besides loopback
  std::vector<std::string> origins{};   ///< web pages that may ask: "http://localhost:3000"
  std::string token{};                  ///< that requests have to bring; empty: none
  std::optional<std::filesystem::path> token_file{};  ///< where it stands instead

  bool wants_token() const { return !token.empty() || token_file.has_value(); }
};

/// The settings with the token of the file, which may end with one line break. Throws
/// std::invalid_argument if it cannot be read, or has nothing that a token can be.
AdminSettings with_token(AdminSettings settings);

/// A token as a header can bring it: visible ASCII characters. Throws std::invalid_argument that
/// does not show it.
std::string admin_token(const std::string& text);

/// "http://localhost:3000". Throws std::invalid_argument if it is no origin.
std::string admin_origin(const std::string& text);

/// "stunt.internal" or an address, without a port. Throws std::invalid_argument if it is neither.
std::string admin_host(const std::string& text);

}  // namespace stunt::harness
