// SPDX-License-Identifier: MIT
#include "recorder/drift/comparison.h"

#include "recorder/drift/body_comparison.h"
#include "recorder/formats/exchange_facts.h"
#include "recorder/show/table.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using Reply = ExchangeLine::Reply;

constexpr int kFirstError = 400;

world::Instant given_at(const Comparison::Answer& answer) {
  return world::parse_http_date(header_of(answer.reply.headers, "date")).value_or(answer.at);
}

/// Some operations have nothing to say, and say it with no body at all.
std::optional<Json> body_of(const Reply& reply) {
  if (!reply.body.json && reply.body.size == 0) return Json::object();
  return reply.body.json;
}

std::string error_type(const std::optional<Json>& body) {
  const auto type = body ? aws::text_member(*body, "__type") : std::string_view();
  return std::string(type.substr(type.find('#') + 1));
}

std::string said(const Reply& reply) {
  const auto type = reply.status >= kFirstError ? error_type(reply.body.json) : std::string();
  return std::to_string(reply.status) + (type.empty() ? "" : " " + printable(type));
}

std::string type_or_none(const std::string& type) {
  return type.empty() ? std::string(kAbsent) : printable(type);
}

/// The body of an error without its type, which is compared on its own.
Json without_type(Json body) {
  body.erase("__type");
  return body;
}

}  // namespace

Comparison::Comparison(const DriftRules& rules)
    : date_tolerance_(rules.date_tolerance), ignored_(rules.ignore) {}

std::vector<Difference> Comparison::answers(const aws::OperationModel* operation,
                                            const Answer& recorded, const Answer& live) {
  std::vector<Difference> found;
  const auto& there = recorded.reply;
  const auto& here = live.reply;
  if (there.status != here.status) {
    found.push_back({Severity::status, "", said(there), said(here)});
  }
  const bool is_error = there.status >= kFirstError;
  if (is_error != (here.status >= kFirstError)) return found;

  auto recorded_body = body_of(there), live_body = body_of(here);
  if (is_error) {
    const auto was = error_type(recorded_body), is = error_type(live_body);
    if (was != is && !ignored_.takes("/__type")) {
      found.push_back({Severity::error, "/__type", type_or_none(was), type_or_none(is)});
      return found;
    }
  }
  const auto dates = frame(given_at(recorded), given_at(live));
  if (!recorded_body && !live_body) return found;
  if (!recorded_body || !live_body) {
    const auto told = [](bool is_json) { return is_json ? "a JSON object" : "no JSON object"; };
    found.push_back(
        {Severity::schema, "", told(recorded_body.has_value()), told(live_body.has_value())});
    return found;
  }
  BodyComparison bodies(counterparts_, ignored_, dates);
  if (is_error) {
    bodies.structure("", without_type(*recorded_body), without_type(*live_body), {}, found);
  } else {
    bodies.structure("", *recorded_body, *live_body,
                     operation ? operation->output : std::span<const aws::MemberModel>(), found);
  }
  return found;
}

std::vector<Difference> Comparison::requests(const aws::OperationModel* operation,
                                             const Json& recorded, const Json& live) {
  std::vector<Difference> found;
  BodyComparison(counterparts_, ignored_, {})
      .structure("", recorded, live,
                 operation ? operation->input : std::span<const aws::MemberModel>(), found);
  return found;
}

/// One session may have taken longer than the other: by so much more may its dates be off.
DateFrame Comparison::frame(world::Instant recorded, world::Instant live) {
  DateFrame now{recorded, live, date_tolerance_};
  if (!first_) first_ = now;
  if (now.tolerance) {
    *now.tolerance += std::chrono::abs((recorded - first_->recorded) - (live - first_->live));
  }
  return now;
}

}  // namespace stunt::recorder
