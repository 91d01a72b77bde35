// SPDX-License-Identifier: MIT
//
// The JSON of opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest: ids are hex, 64
// bits are texts, enumerations are numbers.
#include "recorder/otlp/span.h"

#include <chrono>
#include <cstdio>

#include "recorder/formats/exchange_facts.h"
#include "recorder/otlp/traceparent.h"
#include "recorder/transcript/json_writer.h"

namespace stunt::recorder {
namespace {

constexpr std::string_view kService = "SecretsManager";
constexpr int kServer = 2;  ///< Span.SpanKind
constexpr int kError = 2;   ///< Status.StatusCode
/// Span.flags: sampled; it is known whether the parent is in another process; it is.
constexpr unsigned kSampled = 0x1, kKnowsRemote = 0x100, kRemote = 0x200;

using Kind = aws::OutcomeKind;

/// Whose fault the end is: what the client did wrong is no error of a server's span.
bool is_server_error(Kind outcome) {
  return outcome == Kind::server_error || outcome == Kind::reset || outcome == Kind::closed ||
         outcome == Kind::timeout;
}

std::string error_type(const ExchangeLine& line) {
  if (line.outcome == Kind::ok) return {};
  if (line.error && !line.error->code.empty()) return line.error->code;
  return std::string(to_string(line.outcome));
}

std::string hex(std::uint64_t bits) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(bits));
  return digits;
}

std::string nanoseconds(world::Instant at) {
  return std::to_string(std::chrono::nanoseconds(at.time_since_epoch()).count());
}

/// A list of attributes.
class Attributes {
 public:
  explicit Attributes(JsonWriter& json) : json_(json) {
    json_.name("attributes");
    json_.begin_array();
  }
  ~Attributes() { json_.end_array(); }

  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  /// Left out if it is empty.
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) add(key, "stringValue", value);
  }
  void number(std::string_view key, std::uint64_t value) {
    add(key, "intValue", std::to_string(value));
  }

 private:
  void add(std::string_view key, std::string_view type, std::string_view value) {
    json_.begin_object();
    json_.member("key", key);
    json_.name("value");
    json_.begin_object();
    json_.member(type, value);
    json_.end_object();
    json_.end_object();
  }

  JsonWriter& json_;
};

template <typename Member>
std::string joined(const std::vector<ExchangeLine::Fault>& faults, Member member) {
  std::string text;
  for (const auto& fault : faults) {
    if (!text.empty()) text += ", ";
    text += member(fault);
  }
  return text;
}

void write_attributes(const ExchangeLine& line, JsonWriter& json) {
  Attributes attributes(json);
  attributes.text("rpc.system", "aws-api");
  attributes.text("rpc.service", kService);
  attributes.text("rpc.method", line.op.value_or(""));
  attributes.text("http.request.method", line.req.method == "POST" ? "POST" : "_OTHER");
  if (line.res) {
    attributes.number("http.response.status_code", static_cast<std::uint64_t>(line.res->status));
    attributes.text("aws.request_id", header_of(line.res->headers, "x-amzn-requestid"));
  }
  attributes.text("error.type", error_type(line));
  if (line.sdk.attempt > 1) attributes.number("http.request.resend_count", line.sdk.attempt - 1);
  attributes.text("stunt.scope", line.scope);
  attributes.number("stunt.exchange.seq", line.seq);
  const auto& faults = line.faults;
  attributes.text("stunt.fault.rule", joined(faults, [](auto& fault) { return fault.rule; }));
  attributes.text("stunt.fault.phase",
                  joined(faults, [](auto& fault) { return std::string(to_string(fault.phase)); }));
  attributes.text("stunt.fault.action", joined(faults, [](auto& fault) { return fault.action; }));
  if (!faults.empty() && line.real) {
    attributes.number("stunt.fault.replaced_status", static_cast<std::uint64_t>(line.real->status));
  }
}

}  // namespace

SpanWriter::SpanWriter(const Header& header)
    : tool_(header.tool.substr(0, header.tool.find('/'))),
      version_(header.tool.substr(std::min(tool_.size() + 1, header.tool.size()))),
      random_(header.seed),
      run_(std::to_string(std::chrono::floor<std::chrono::milliseconds>(header.created)
                              .time_since_epoch()
                              .count())) {}

std::string SpanWriter::head() const {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.name("resourceSpans");
  json.begin_array();
  json.begin_object();
  json.name("resource");
  json.begin_object();
  {
    Attributes attributes(json);
    attributes.text("service.name", tool_);
    attributes.text("service.version", version_);
  }
  json.end_object();
  json.name("scopeSpans");
  json.begin_array();
  json.begin_object();
  json.name("scope");
  json.begin_object();
  json.member("name", tool_);
  json.member_if("version", version_);
  json.end_object();
  json.name("spans");
  json.begin_array();
  return text;
}

std::optional<std::string> SpanWriter::span(const ExchangeLine& line, world::Instant began) const {
  const auto parent = read_traceparent(line.trace.parent);
  if (parent && !parent->sampled) return std::nullopt;
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("traceId", parent ? parent->trace_id : id("trace", line) + id("trace2", line));
  json.member("spanId", id("span", line));
  if (parent) json.member("parentSpanId", parent->span_id);
  json.member("flags", kSampled | kKnowsRemote | (parent ? kRemote : 0));
  json.member("name", std::string(kService) + (line.op ? "." + *line.op : ""));
  json.member("kind", kServer);
  json.member("startTimeUnixNano", nanoseconds(began));
  json.member("endTimeUnixNano", nanoseconds(began + line.dur.total()));
  write_attributes(line, json);
  json.name("status");
  json.begin_object();
  if (is_server_error(line.outcome)) json.member("code", kError);
  json.end_object();
  json.end_object();
  return text;
}

std::string SpanWriter::id(std::string_view kind, const ExchangeLine& line) const {
  const auto bits = random_.draw({kind, line.scope, run_}, line.seq);
  return hex(bits == 0 ? 1 : bits);  // an id of zeros is none
}

}  // namespace stunt::recorder
