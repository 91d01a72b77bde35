// SPDX-License-Identifier: MIT
#include "recorder/redaction/signature.h"

#include <algorithm>

#include "aws/credential.h"
#include "aws/sigv4/percent.h"

namespace stunt::recorder {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_key_id(char c) { return is_digit(c) || is_upper(c) || is_lower(c) || c == '_'; }
bool is_name(char c) { return is_digit(c) || is_lower(c) || c == '-'; }
bool is_name_list(char c) { return is_name(c) || c == ';'; }
bool is_algorithm(char c) { return is_digit(c) || is_upper(c) || c == '-'; }

/// Access key ids have 20 letters; secret access keys have 40.
constexpr std::size_t kLongestKeyId = 32;
constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestList = 1024;

bool consists_of(std::string_view text, bool (*allowed)(char), std::size_t longest) {
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), allowed);
}

template <typename Told>
void for_each_pair(std::string_view query, Told told) {
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    told(pair.substr(0, pair.find('=')), pair);
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
  }
}

std::string_view value_in(std::string_view query, std::string_view wanted) {
  std::string_view value;
  for_each_pair(query, [&](std::string_view name, std::string_view pair) {
    if (name == wanted) value = pair.substr(std::min(name.size() + 1, pair.size()));
  });
  return value;
}

}  // namespace

std::optional<Signature> read_signature(std::string_view authorization) {
  const auto algorithm = authorization.substr(0, authorization.find(' '));
  const auto credential = aws::read_credential(authorization);
  const bool well_formed = consists_of(algorithm, is_algorithm, kLongestName) &&
                           consists_of(credential.access_key_id, is_key_id, kLongestKeyId) &&
                           consists_of(credential.date, is_digit, 8) &&
                           consists_of(credential.region, is_name, kLongestName) &&
                           consists_of(credential.service, is_name, kLongestName) &&
                           consists_of(credential.signed_headers, is_name_list, kLongestList);
  if (!well_formed) return std::nullopt;
  return Signature{std::string(algorithm),          std::string(credential.access_key_id),
                   std::string(credential.date),    std::string(credential.region),
                   std::string(credential.service), std::string(credential.signed_headers)};
}

bool is_presigned(std::string_view query) { return !value_in(query, "X-Amz-Algorithm").empty(); }

std::optional<Signature> read_presigned(std::string_view query) {
  const auto value = [&](std::string_view name) {
    return aws::percent_decoded(value_in(query, name));
  };
  return read_signature(value("X-Amz-Algorithm") + " Credential=" + value("X-Amz-Credential") +
                        ", SignedHeaders=" + value("X-Amz-SignedHeaders") + ", Signature=");
}

std::string without_signature(std::string_view query) {
  std::string kept;
  for_each_pair(query, [&](std::string_view name, std::string_view pair) {
    if (name == "X-Amz-Signature" || name == "X-Amz-Security-Token") return;
    kept.append(kept.empty() ? "" : "&").append(pair);
  });
  return kept;
}

std::string to_string(const Signature& s) {
  return s.algorithm + " Credential=" + s.access_key_id + "/" + s.date + "/" + s.region + "/" +
         s.service + "/aws4_request, SignedHeaders=" + s.signed_headers;
}

bool is_amz_date(std::string_view text) {
  return text.size() == 16 && text[8] == 'T' && text[15] == 'Z' &&
         std::all_of(text.begin(), text.begin() + 8, is_digit) &&
         std::all_of(text.begin() + 9, text.begin() + 15, is_digit);
}

}  // namespace stunt::recorder
