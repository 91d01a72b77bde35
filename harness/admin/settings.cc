// SPDX-License-Identifier: MIT
#include "harness/admin/settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "http/ascii.h"
#include "input/quote.h"

namespace stunt::harness {
namespace {

bool is_visible(char c) { return c > ' ' && c < '\x7f'; }

bool all_visible(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_visible);
}

}  // namespace

AdminSettings with_token(AdminSettings settings) {
  if (!settings.token_file) return settings;
  const auto& path = *settings.token_file;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::invalid_argument("--admin-token-file: cannot read " + input::quote(path.string()));
  }
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
  try {
    settings.token = admin_token(text);
  } catch (const std::invalid_argument& wrong) {
    throw std::invalid_argument("--admin-token-file: " + input::quote(path.string()) + ": " +
                                wrong.what());
  }
  settings.token_file.reset();
  return settings;
}

std::string admin_token(const std::string& text) {
  if (all_visible(text)) return text;
  throw std::invalid_argument(
      "this is no token; it has to be one word of visible ASCII characters, as "
      "`openssl rand -hex 32` makes one");
}

std::string admin_origin(const std::string& text) {
  const std::string_view whole(text);
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!whole.starts_with(scheme)) continue;
    const auto rest = whole.substr(scheme.size());
    if (all_visible(rest) && rest.find('/') == rest.npos) return http::lower(text);
  }
  throw std::invalid_argument(input::quote(text) +
                              " is not an origin: SCHEME://HOST[:PORT] without a path, such as "
                              "http://localhost:3000");
}

std::string admin_host(const std::string& text) {
  const bool is_address = std::count(text.begin(), text.end(), ':') > 1;
  const bool bare = text.find_first_of("/[]@*") == std::string::npos;
  if (all_visible(text) && bare && (is_address || text.find(':') == std::string::npos)) {
    return http::lower(text);
  }
  throw std::invalid_argument(input::quote(text) +
                              " is not a host: a name or an address without scheme and port, such "
                              "as stunt.internal");
}

}  // namespace stunt::harness
