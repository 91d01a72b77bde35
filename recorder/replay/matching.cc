// SPDX-License-Identifier: MIT
#include "recorder/replay/matching.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "recorder/transcript/sha256.h"

namespace stunt::recorder {
namespace {

using aws::Json;

Json::json_pointer read_pointer(const std::string& text) {
  try {
    return Json::json_pointer(text);
  } catch (const Json::exception&) {
    throw std::invalid_argument("'" + text + "' is not a JSON Pointer, such as /Description");
  }
}

/// Of a body that does not count: which secret it is about.
Json secret_only(const aws::OperationModel* operation, const Json& body) {
  Json only = Json::object();
  if (!operation || operation->resource.empty()) return only;
  if (const auto* id = aws::member(body, operation->resource)) {
    only[std::string(operation->resource)] = *id;
  }
  return only;
}

}  // namespace

ShortKey short_key(std::string_view canonical) {
  constexpr std::string_view kBegin = "sha256:";
  constexpr std::size_t kDigits = 16;
  ShortKey key{};
  if (!canonical.starts_with(kBegin)) return key;
  canonical.remove_prefix(kBegin.size());
  for (auto& word : key) {
    const auto digits = canonical.substr(0, kDigits);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), word, 16);
    if (digits.size() < kDigits || error != std::errc() || end != digits.data() + kDigits) {
      return {};
    }
    canonical.remove_prefix(kDigits);
  }
  return key;
}

Matching::Matching(const ReplayOptions& options)
    : by_body_(options.by_body),
      by_access_key_(options.by_access_key),
      by_region_(options.by_region) {
  for (const auto& pointer : options.ignore) ignored_.push_back(read_pointer(pointer));
  const auto& usual = usually_ignored();
  usual_ = by_body_ && !by_access_key_ && !by_region_ && ignored_.size() == usual.size() &&
           std::is_permutation(ignored_.begin(), ignored_.end(), usual.begin());
}

Matching::Request Matching::request(const aws::OperationModel* operation, Json redacted_body,
                                    std::string_view access_key_id, std::string_view region,
                                    std::string_view other) const {
  Request request;
  request.body = canonical_body(operation, std::move(redacted_body), ignored_);
  if (!by_body_ && request.body.is_object()) request.body = secret_only(operation, request.body);
  auto canonical = canonicalize(operation, request.body, other);
  request.pseudonyms = std::move(canonical.pseudonyms);
  if (by_access_key_ || by_region_) {
    if (by_access_key_) canonical.key.append(" by ").append(access_key_id);
    if (by_region_) canonical.key.append(" in ").append(region);
    canonical.key = sha256(canonical.key);
  }
  request.key = short_key(canonical.key);
  return request;
}

}  // namespace stunt::recorder
