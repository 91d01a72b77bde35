// SPDX-License-Identifier: MIT
#include "harness/run/environment.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <unistd.h>

namespace stunt::harness {
namespace {

/// These would take an SDK to other credentials or to another place. (Sources: the AWS SDKs and
/// Tools Reference Guide, "Environment variables" and "Service-specific endpoints".)
constexpr std::array<std::string_view, 12> kLeadAway = {"AWS_PROFILE",
                                                        "AWS_DEFAULT_PROFILE",
                                                        "AWS_SESSION_TOKEN",
                                                        "AWS_SECURITY_TOKEN",
                                                        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                                                        "AWS_ROLE_ARN",
                                                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                                                        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                                                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                                                        "AWS_USE_FIPS_ENDPOINT",
                                                        "AWS_USE_DUALSTACK_ENDPOINT",
                                                        "AWS_CREDENTIAL_EXPIRATION"};

constexpr std::string_view kLoopback = "127.0.0.1,localhost,::1";

std::string_view name_of(std::string_view variable) {
  return variable.substr(0, variable.find('='));
}

class Environment {
 public:
  explicit Environment(std::vector<std::string> variables) : variables_(std::move(variables)) {}

  void remove(std::string_view name) {
    std::erase_if(variables_, [&](const std::string& v) { return name_of(v) == name; });
  }

  void set(const std::string& name, std::string_view value) {
    remove(name);
    variables_.push_back(name + "=" + std::string(value));
  }

  std::string get(std::string_view name) const {
    const auto found = std::find_if(variables_.begin(), variables_.end(),
                                    [&](const std::string& v) { return name_of(v) == name; });
    return found == variables_.end() ? "" : found->substr(name.size() + 1);
  }

  std::vector<std::string> take() { return std::move(variables_); }

 private:
  std::vector<std::string> variables_;
};

}  // namespace

std::vector<std::string> environment_for(const Access& access,
                                         const std::vector<std::string>& own) {
  Environment environment(own);
  for (const auto name : kLeadAway) environment.remove(name);
  environment.set("AWS_ENDPOINT_URL_SECRETS_MANAGER", access.endpoint);
  environment.set("AWS_ACCESS_KEY_ID", access.access_key_id);
  environment.set("AWS_SECRET_ACCESS_KEY", access.secret_access_key);
  environment.set("AWS_REGION", access.region);
  environment.set("AWS_DEFAULT_REGION", access.region);
  environment.set("AWS_EC2_METADATA_DISABLED", "true");
  for (const char* name : {"NO_PROXY", "no_proxy"}) {
    const auto before = environment.get(name);
    environment.set(
        name, before.empty() ? std::string(kLoopback) : before + "," + std::string(kLoopback));
  }
  environment.set("STUNT_ENDPOINT", access.endpoint);
  environment.set("STUNT_SEED", access.seed);
  return environment.take();
}

std::vector<std::string> own_environment() {
  std::vector<std::string> own;
  for (char** variable = environ; *variable; ++variable) own.emplace_back(*variable);
  return own;
}

}  // namespace stunt::harness
