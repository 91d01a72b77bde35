// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/admin/settings.h"
#include "http/message.h"

namespace stunt::harness::admin {

/// Who may ask the admin API. A web page in somebody's browser can send requests to this machine
/// too; that it sends them under another name (DNS rebinding) or from another origin is what gives
/// it away. Thread-safe once it is told where the server listens.
class Guard {
 public:
  /// `settings` has its token, if there is one (with_token()).
  explicit Guard(AdminSettings settings) : settings_(std::move(settings)) {}

  /// The addresses that the server listens on, and the names that it was given for them. Throws
  /// std::invalid_argument that says what to do if others than this machine could ask without a
  /// token.
  void listening(const std::vector<std::string>& addresses, const std::vector<std::string>& names);

  /// What is answered instead, if it may not; with `open` nobody asks for a token. Throws nothing.
  std::optional<http::Reply> refuse(const http::Request& request, bool open) const;

  /// Whether it brought the token, if one is wanted.
  bool trusts(const http::Request& request) const {
    return settings_.token.empty() || has_token(request);
  }

  /// The answer to a browser that asks whether a page may ask; nothing if this is no such request.
  /// After refuse().
  std::optional<http::Reply> preflight(const http::Request& request) const;

  /// What tells the browser that the page may see the answer. After refuse().
  http::Headers headers(const http::Request& request) const;

 private:
  bool knows_host(std::string_view host) const;
  bool knows_origin(std::string_view origin) const;
  bool has_token(const http::Request& request) const;

  const AdminSettings settings_;
  std::vector<std::string> hosts_{};  ///< that we listen on
  bool any_address_ = false;          ///< we listen on all that the machine has
};

}  // namespace stunt::harness::admin
