// SPDX-License-Identifier: MIT
#include "scenarios/faults/clock_skew_fault.h"

#include <chrono>

#include "aws/sigv4/signing_date.h"
#include "input/duration.h"
#include "input/quote.h"
#include "scenarios/faults/check_operations.h"
#include "world/calendar.h"

namespace stunt::scenarios {
namespace {

constexpr world::Duration kMost = std::chrono::hours(24 * 366);

}  // namespace

Trace ClockSkewFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  if (!outcome.reply) return {};
  auto& headers = outcome.reply->headers;
  const auto date = world::parse_http_date(headers.get("Date").value_or(std::string_view()));
  headers.set("Date", world::http_date(date.value_or(occasion.clock.now()) + skew_));
  return {"clockSkew:" + text()};
}

std::optional<aws::Error> ClockSkewFault::refuses(const Occasion& occasion) const {
  const auto& call = occasion.call;
  if (!call.is_signed || !call.request) return std::nullopt;
  const auto signed_at = aws::read_signing_date(*call.request);
  if (!signed_at) return std::nullopt;
  return aws::refuse_signing_date(*signed_at, occasion.clock.now() + skew_);
}

std::string ClockSkewFault::text() const {
  const auto length = skew_.count() < 0 ? -skew_ : skew_;
  return (skew_.count() < 0 ? "-" : "+") + input::format_duration(length);
}

aws::Json ClockSkewFault::to_json() const { return text(); }

std::shared_ptr<const Fault> read_clock_skew_fault(const input::Value& value,
                                                   const Target& target) {
  check_before(value, target, "dates are looked at before the engine is asked");
  const bool is_number =
      value.kind() == input::Kind::integer || value.kind() == input::Kind::number;
  const auto text = is_number ? value.written() : value.text();
  if (!text) return nullptr;
  if (text->empty() || (text->front() != '-' && text->front() != '+')) {
    value.wrong(input::quote(*text) + " says not which way",
                "write -10m for a clock that is slow, +10m for one that is fast");
    return nullptr;
  }
  const auto length = input::parse_duration(text->substr(1));
  if (!length) {
    value.wrong(length.error().message, length.error().hint);
    return nullptr;
  }
  if (*length < std::chrono::seconds(1) || *length > kMost) {
    value.wrong(input::quote(*text) + " is no skew from 1s to 366d", "Date has whole seconds");
    return nullptr;
  }
  return std::make_shared<ClockSkewFault>(text->front() == '-' ? -*length : *length);
}

}  // namespace stunt::scenarios
