// SPDX-License-Identifier: MIT
#include "harness/upstream/credentials.h"

#include <stdexcept>
#include <string>

#include "http/field.h"

namespace stunt::harness {
namespace {

/// A header will carry it.
std::string checked(const char* name, const char* value) {
  if (http::is_field_value(value)) return value;
  throw std::invalid_argument("--upstream-credentials env: " + std::string(name) +
                              " has characters that no header can have, perhaps a line's end");
}

std::string required(const Variable& variable, const char* name) {
  const char* value = variable(name);
  if (value && *value) return checked(name, value);
  throw std::invalid_argument("--upstream-credentials env: " + std::string(name) +
                              " is not set in the environment");
}

}  // namespace

aws::Key key_from_environment(const Variable& variable) {
  auto id = required(variable, "AWS_ACCESS_KEY_ID");
  aws::Key key{std::move(id), aws::SecretAccessKey(required(variable, "AWS_SECRET_ACCESS_KEY"))};
  if (const char* token = variable("AWS_SESSION_TOKEN")) {
    key.session_token = checked("AWS_SESSION_TOKEN", token);
  }
  return key;
}

}  // namespace stunt::harness
