// SPDX-License-Identifier: MIT
#include "harness/config_auth.h"

#include <algorithm>

#include "aws/credential.h"
#include "input/document.h"
#include "world/calendar.h"

namespace stunt::harness {
namespace {

using input::Kind;
using input::Object;
using input::Value;

constexpr std::string_view kModes[] = {"off", "verify"};
constexpr std::string_view kMembers[] = {"mode", "regions", "keys"};
constexpr std::string_view kKeyMembers[] = {"access_key_id", "secret_access_key", "session_token",
                                            "expires", "account"};

constexpr std::size_t kLongestId = 128;

bool is_access_key_id(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '_';
         });
}

bool is_not_empty(std::string_view text) { return !text.empty(); }

bool is_moment(std::string_view text) { return world::parse_rfc3339(text).has_value(); }

/// The text of a value, whatever scalar it looks like; what is wrong with it is told unquoted.
std::string checked(const std::optional<Value>& value, bool (*is_right)(std::string_view),
                    const char* right) {
  if (!value) return {};
  const auto text = value->written();
  if (!text) return {};
  if (!is_right(*text)) value->wrong("this is not " + std::string(right));
  return std::string(*text);
}

aws::Key read_key(const Object& members) {
  aws::Key key{checked(members.require("access_key_id"), is_access_key_id,
                       "an access key id: letters, digits and underscores"),
               aws::SecretAccessKey(
                   checked(members.require("secret_access_key"), is_not_empty, "a secret"))};
  key.session_token = checked(members.find("session_token"), is_not_empty, "a token");
  key.expires = world::parse_rfc3339(
      checked(members.find("expires"), is_moment, "a time such as 2026-01-01T00:00:00Z"));
  key.account = checked(members.find("account"), aws::is_account_id, "an account id: 12 digits");
  return key;
}

std::vector<aws::Key> read_list(const Value& value) {
  std::vector<aws::Key> keys;
  if (value.kind() != Kind::list) {
    value.wrong("expected a list of keys", "write - access_key_id: … and so on");
    return keys;
  }
  for (const auto& item : value.items()) {
    if (item.kind() != Kind::object) {
      item.wrong("expected a key: an object with access_key_id and secret_access_key");
    } else if (const auto members = item.object({kKeyMembers})) {
      auto key = read_key(*members);
      const auto same = [&](const aws::Key& other) {
        return other.access_key_id == key.access_key_id;
      };
      if (std::any_of(keys.begin(), keys.end(), same)) {
        item.wrong("this access key id stands here twice", "remove one");
      }
      keys.push_back(std::move(key));
    }
  }
  return keys;
}

}  // namespace

void read_auth(const Value& value, Auth& auth) {
  const auto members = value.object({kMembers});
  if (!members) return;
  if (const auto mode = members->find("mode")) {
    if (const auto chosen = mode->choice({kModes})) auth.verify = *chosen == 1;
  }
  if (const auto regions = members->find("regions")) {
    for (const auto& region : regions->items()) {
      auth.regions.push_back(checked(region, aws::is_region_name, "a Region, such as us-east-1"));
    }
  }
  if (const auto keys = members->find("keys")) auth.keys = read_list(*keys);
}

std::vector<aws::Key> read_keys(const std::filesystem::path& file) {
  const auto document = input::read_document(file);
  input::Problems problems(file.string());
  auto keys = read_list(Value(document.root(), "", problems));
  problems.throw_if_any();
  return keys;
}

}  // namespace stunt::harness
