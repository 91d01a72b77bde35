// SPDX-License-Identifier: MIT
#include "harness/drift/target.h"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "aws/sigv4/sign.h"
#include "harness/rotation/function_url.h"
#include "http/ascii.h"

namespace stunt::harness {
namespace {

std::string environment(const char* name) {
  const auto* value = std::getenv(name);
  return value ? value : "";
}

/// A key that is nobody's, for servers that do not verify.
aws::Key made_up_key() { return {"AKIATESTTESTTESTTEST", aws::SecretAccessKey("test")}; }

bool is_aws(std::string_view host) {
  const auto name = http::lower(host.substr(0, host.find(':')));
  return name.ends_with(".amazonaws.com") || name.ends_with(".amazonaws.com.cn") ||
         name.ends_with(".api.aws");
}

}  // namespace

Target::Target(const std::string& url, const std::optional<aws::Key>& key)
    : url_(url), key_(key ? *key : made_up_key()) {
  if (!is_web_url(url) || url.find_first_of("?#@") != std::string::npos) {
    throw std::invalid_argument("--target: '" + url +
                                "' is no base URL; expected one such as http://127.0.0.1:4566");
  }
  const auto begin = url.find("://") + 3;
  const auto slash = url.find('/', begin);
  origin_ = url.substr(0, slash);
  host_ = origin_.substr(begin);
  if (slash != std::string::npos) path_ = url.substr(slash);
  while (path_.ends_with('/')) path_.pop_back();
  if (!key && is_aws(host_)) {
    throw std::invalid_argument(
        "--target: AWS wants signatures of a real key: set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY");
  }
}

http::Errand Target::errand(http::Request request, const aws::Scope& scope, world::Instant now,
                            world::Duration timeout) const {
  if (!path_.empty()) request.path = path_;
  request.headers.set("Host", host_);
  aws::sign(request, key_, scope, now);
  return {origin_ + request.path, std::move(request.headers), std::move(request.body), timeout};
}

std::optional<aws::Key> key_in_environment() {
  const auto id = environment("AWS_ACCESS_KEY_ID"), secret = environment("AWS_SECRET_ACCESS_KEY");
  if (id.empty() && secret.empty()) return std::nullopt;
  if (id.empty() || secret.empty()) {
    throw std::invalid_argument(
        std::string(id.empty() ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY") +
        " is not set, and the other half of the key is");
  }
  aws::Key key{id, aws::SecretAccessKey(secret)};
  key.session_token = environment("AWS_SESSION_TOKEN");
  return key;
}

}  // namespace stunt::harness
