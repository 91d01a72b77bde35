// SPDX-License-Identifier: MIT
#include "recorder/formats/exchange_facts.h"

#include <algorithm>

#include "recorder/redaction/pseudonym.h"

namespace stunt::recorder {

std::string_view header_of(const HeaderList& headers, std::string_view name) {
  const auto found =
      std::ranges::find_if(headers, [&](const auto& field) { return field.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string place_of(const ExchangeLine& exchange) { return "seq " + std::to_string(exchange.seq); }

bool is_redacted(std::string_view text) {
  return text.find(kPseudonymBegin) != text.npos || text.find("{{redacted") != text.npos;
}

}  // namespace stunt::recorder
