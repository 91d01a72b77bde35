// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/sigv4/key.h"
#include "http/client.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::harness {

/// A service that requests are sent to once more, and who sends them.
class Target {
 public:
  /// Throws std::invalid_argument for what is no base URL, and for one of AWS without a key.
  Target(const std::string& url, const std::optional<aws::Key>& key);

  /// The request as an errand: addressed to the target, and signed anew.
  http::Errand errand(http::Request request, const aws::Scope& scope, world::Instant now,
                      world::Duration timeout) const;

  /// As it was given.
  const std::string& url() const { return url_; }
  const std::string& access_key_id() const { return key_.access_key_id; }

 private:
  std::string url_;
  std::string origin_;  ///< "https://host:port"
  std::string host_;    ///< "host:port"
  std::string path_;    ///< of the URL; empty: that of each request
  aws::Key key_;
};

/// The key that AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN hold; nothing if the
/// first two are not set. Throws std::invalid_argument if one of them is.
std::optional<aws::Key> key_in_environment();

}  // namespace stunt::harness
