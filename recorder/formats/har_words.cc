// SPDX-License-Identifier: MIT
#include "recorder/formats/har_words.h"

#include <array>
#include <utility>

namespace stunt::recorder {
namespace {

using Kind = aws::OutcomeKind;

constexpr std::array<std::pair<std::string_view, Kind>, 9> kErrors = {{
    {"net::ERR_ABORTED", Kind::client_gone},
    {"net::ERR_CONNECTION_ABORTED", Kind::client_gone},
    {"net::ERR_TIMED_OUT", Kind::timeout},
    {"net::ERR_CONNECTION_TIMED_OUT", Kind::timeout},
    {"net::ERR_EMPTY_RESPONSE", Kind::closed},
    {"net::ERR_CONNECTION_CLOSED", Kind::closed},
    {"net::ERR_CONTENT_LENGTH_MISMATCH", Kind::closed},
    {"net::ERR_INCOMPLETE_CHUNKED_ENCODING", Kind::closed},
    {"net::ERR_CONNECTION_RESET", Kind::reset},
}};

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string replaced;
  while (!text.empty()) {
    const auto begin = text.find(from);
    replaced.append(text.substr(0, begin));
    if (begin == text.npos) break;
    replaced.append(to);
    text.remove_prefix(begin + from.size());
  }
  return replaced;
}

}  // namespace

std::string_view har_error(Kind outcome, bool some_of_it_came) {
  switch (outcome) {
    case Kind::reset:
      return "net::ERR_CONNECTION_RESET";
    case Kind::closed:
      return some_of_it_came ? "net::ERR_CONTENT_LENGTH_MISMATCH" : "net::ERR_EMPTY_RESPONSE";
    case Kind::timeout:
      return "net::ERR_TIMED_OUT";
    case Kind::client_gone:
      return "net::ERR_ABORTED";
    default:
      return {};
  }
}

Kind read_har_error(std::string_view error) {
  for (const auto& [word, kind] : kErrors) {
    if (word == error) return kind;
  }
  return Kind::reset;
}

std::string url_text(std::string_view text) {
  return replace_all(replace_all(text, "{{", "%7B%7B"), "}}", "%7D%7D");
}

std::string read_url_text(std::string_view text) {
  return replace_all(replace_all(text, "%7B%7B", "{{"), "%7D%7D", "}}");
}

}  // namespace stunt::recorder
