// SPDX-License-Identifier: MIT
#include "recorder/redaction/redact_headers.h"

#include <algorithm>
#include <array>

#include "http/ascii.h"
#include "recorder/redaction/signature.h"

namespace stunt::recorder {
namespace {

/// A hash of the body is not among them: with it anyone could try out guesses.
constexpr std::array<std::string_view, 32> kHarmless = {
    "accept",
    "accept-encoding",
    "accept-language",
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "expect",
    "host",
    "keep-alive",
    "retry-after",
    "sec-fetch-mode",
    "server",
    "te",
    "traceparent",
    "tracestate",
    "transfer-encoding",
    "user-agent",
    "vary",
    "x-amz-api-version",
    "x-amz-date",
    "x-amz-retry-after",
    "x-amz-user-agent",
    "x-amzn-errortype",
    "x-amzn-query-mode",
    "x-amzn-requestid",
    "x-amzn-trace-id",
    "x-request-id",
};

constexpr std::size_t kLongestName = 64;

bool is_redacted(std::string_view target) {
  constexpr std::string_view kBegin = "{{redacted:", kEnd = "}}", kDigits = "0123456789";
  constexpr std::size_t kMostDigits = 8;
  if (!target.starts_with(kBegin) || !target.ends_with(kEnd)) return false;
  target = target.substr(kBegin.size(), target.size() - kBegin.size() - kEnd.size());
  return target.size() <= kMostDigits && target.find_first_not_of(kDigits) == target.npos;
}

/// "{{redacted:27}}": an operation that nobody knows can be anything, pasted by mistake.
std::string redact_target(const std::string& target, const aws::ServiceModel& service,
                          const Redactor& redactor) {
  if (redactor.keeps_pseudonyms() && is_redacted(target)) return target;
  const auto dot = target.find('.');
  const bool known = dot != std::string::npos && target.substr(0, dot) == service.target_prefix &&
                     service.operation(std::string_view(target).substr(dot + 1));
  return known ? target : "{{redacted:" + std::to_string(target.size()) + "}}";
}

std::string redact_authorization(const std::string& value, Redactor& redactor) {
  const auto signature = read_signature(value);
  return signature ? redactor.text(to_string(*signature)) : std::string(kRedacted);
}

}  // namespace

std::string told_header(const http::Headers& headers, std::string_view name, Redactor& redactor) {
  if (redactor.rules().drops_header(name)) return {};
  return redactor.text(headers.get(name).value_or(std::string_view()));
}

HeaderList redact_headers(const http::Headers& headers, const aws::ServiceModel& service,
                          Redactor& redactor) {
  HeaderList list;
  for (const auto& [sent_name, value] : headers) {
    auto name = http::lower(sent_name);
    if (name == "x-amz-security-token") continue;
    if (redactor.rules().drops_header(name)) {
      list.emplace_back(std::move(name), kRedacted);
    } else if (name == "authorization") {
      list.emplace_back(std::move(name), redact_authorization(value, redactor));
    } else if (redactor.reveals()) {
      list.emplace_back(std::move(name), value);
    } else if (name == "x-amz-target") {
      list.emplace_back(std::move(name), redact_target(value, service, redactor));
    } else if (std::find(kHarmless.begin(), kHarmless.end(), name) != kHarmless.end()) {
      list.emplace_back(std::move(name), redactor.text(value));
    } else {
      list.emplace_back(name.size() <= kLongestName ? redactor.text(name) : std::string(kRedacted),
                        kRedacted);
    }
  }
  return list;
}

}  // namespace stunt::recorder
