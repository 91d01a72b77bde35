// SPDX-License-Identifier: MIT
#include "recorder/formats/wiremock_body.h"

#include "recorder/formats/exchange_facts.h"
#include "recorder/replay/fill.h"

namespace stunt::recorder {

using aws::Json;

Json wiremock_pattern(const Json& redacted_body) {
  auto pattern = map_strings(redacted_body, [](const std::string& text) -> Json {
    return is_redacted(text) ? std::string(kAnyText) : text;
  });
  for (const char* name : {"ClientRequestToken", "NextToken"}) {
    if (aws::member(pattern, name)) pattern[name] = kAnyText;
  }
  return pattern;
}

Json wiremock_body(const Json& pattern, std::uint64_t& made_up) {
  return map_strings(pattern, [&](const std::string& text) -> Json {
    const bool any = text.starts_with("${json-unit.") || text.starts_with("#{json-unit.");
    return any ? "any text " + std::to_string(++made_up) : text;
  });
}

}  // namespace stunt::recorder
