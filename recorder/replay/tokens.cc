// SPDX-License-Identifier: MIT
#include "recorder/replay/tokens.h"

#include "recorder/replay/fill.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr std::string_view kToken = "ClientRequestToken";

Json renamed(const Json& body, const std::unordered_map<std::string, std::string>& names) {
  if (names.empty()) return body;
  return map_strings(body, [&](const std::string& text) -> Json {
    const auto found = names.find(text);
    return found == names.end() ? text : found->second;
  });
}

}  // namespace

void Tokens::learn(const Json& recorded_body, const Json& body) {
  const std::string recorded(aws::text_member(recorded_body, kToken));
  const std::string live(aws::text_member(body, kToken));
  if (recorded.empty() || live.empty() || recorded == live) return;
  live_[recorded] = live;
  recorded_[live] = recorded;
}

Json Tokens::to_recorded(const Json& body) const { return renamed(body, recorded_); }

Json Tokens::to_live(const Json& body) const { return renamed(body, live_); }

}  // namespace stunt::recorder
