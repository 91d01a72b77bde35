// SPDX-License-Identifier: MIT
#include "harness/rotation/function_url.h"

#include <algorithm>

#include "aws/arn.h"
#include "aws/sigv4/percent.h"

namespace stunt::harness {
namespace {

struct Function {
  std::string_view name;
  std::string_view qualifier;  ///< a version or an alias; empty: none
};

Function read_function(std::string_view text) {
  const auto arn = aws::read_arn(text);
  auto rest = arn ? arn->resource : text;
  constexpr std::string_view kKind = "function:";
  if (rest.starts_with(kKind)) rest.remove_prefix(kKind.size());
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return {rest, {}};
  return {rest.substr(0, colon), rest.substr(colon + 1)};
}

}  // namespace

bool is_web_url(std::string_view url) {
  auto rest = url;
  if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
  } else if (rest.starts_with("https://")) {
    rest.remove_prefix(8);
  } else {
    return false;
  }
  return !rest.empty() && rest.front() != '/' &&
         std::all_of(rest.begin(), rest.end(), [](char c) { return c > ' ' && c <= '~'; });
}

std::optional<std::string> function_url(const RotationSettings& settings, const std::string& arn) {
  if (const auto found = settings.functions.find(arn); found != settings.functions.end()) {
    return found->second;
  }
  const auto function = read_function(arn);
  if (settings.lambda_endpoint.empty() || function.name.empty()) return std::nullopt;
  std::string_view endpoint = settings.lambda_endpoint;
  while (endpoint.ends_with('/')) endpoint.remove_suffix(1);
  auto url = std::string(endpoint) + "/2015-03-31/functions/" +
             aws::percent_encoded(function.name) + "/invocations";
  if (!function.qualifier.empty()) url += "?Qualifier=" + aws::percent_encoded(function.qualifier);
  return url;
}

}  // namespace stunt::harness
