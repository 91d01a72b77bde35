// SPDX-License-Identifier: MIT
#include "recorder/transcript/read_line.h"

#include <algorithm>
#include <limits>

#include "aws/base64.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr std::uint64_t kVersion = 1;

unsigned small_count(const Fields& fields, const char* name) {
  const auto count = fields.count(name);
  if (count > std::numeric_limits<unsigned>::max()) fields.refuse(name, "a small number");
  return static_cast<unsigned>(count);
}

ExchangeLine::Spans read_spans(const Fields& fields) {
  return {fields.duration("queue"), fields.duration("engine"), fields.duration("injected"),
          fields.duration("write")};
}

ExchangeLine::Key read_key(const Fields& fields) {
  return {fields.text("secretId"), fields.text("accessKeyId"), fields.text("region"),
          fields.text("canonical")};
}

ExchangeLine::Sdk read_sdk(const Fields& fields) {
  return {fields.text("invocation"), small_count(fields, "attempt"), small_count(fields, "max"),
          fields.text("ttl"), fields.text("ua")};
}

std::vector<std::string> read_texts(const Fields& fields, const char* name) {
  std::vector<std::string> texts;
  for (const auto& text : fields.list(name)) {
    if (!text.is_string()) fields.refuse(name, "a list of strings");
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

ExchangeLine::Signed read_signed(const Fields& fields) {
  ExchangeLine::Signed sig;
  sig.algorithm = fields.text("alg");
  sig.headers = read_texts(fields, "signed");
  sig.date = fields.text("date");
  sig.valid = fields.boolean("valid");
  sig.presigned = fields.boolean("presigned").value_or(false);
  return sig;
}

/// A control character in a field would end it early where a replay sends it.
bool is_field(const Json& text) {
  if (!text.is_string()) return false;
  const auto& bytes = text.get_ref<const std::string&>();
  return std::none_of(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
  });
}

HeaderList read_headers(const Fields& fields) {
  HeaderList headers;
  for (const auto& field : fields.list("headers")) {
    if (!field.is_array() || field.size() != 2 || !is_field(field[0]) || !is_field(field[1])) {
      fields.refuse("headers", "a list of pairs of a name and a value");
    }
    headers.emplace_back(field[0].get<std::string>(), field[1].get<std::string>());
  }
  return headers;
}

ExchangeLine::Body read_body(const Fields& fields) {
  ExchangeLine::Body body;
  if (const auto* json = fields.member("json")) {
    if (!json->is_object()) fields.refuse("json", "an object");
    body.json = *json;
  }
  if (fields.member("text")) body.raw = fields.text("text");
  if (fields.member("base64")) {
    body.raw = aws::read_base64(fields.text("base64"));
    if (!body.raw) fields.refuse("base64", "base64");
  }
  body.size = fields.count("size");
  return body;
}

ExchangeLine::Request read_request(const Fields& fields) {
  return {fields.text("method"), fields.text("path"), fields.text("query"), read_headers(fields),
          read_body(fields)};
}

ExchangeLine::Reply read_reply(const Fields& fields) {
  const auto status = fields.count("status");
  if (status < 100 || status > 599) fields.refuse("status", "a status from 100 to 599");
  return {static_cast<int>(status), read_headers(fields), read_body(fields)};
}

std::optional<ExchangeLine::Reply> read_optional_reply(const Fields& line, const char* name) {
  if (!line.member(name)) return std::nullopt;
  return read_reply(line.object(name));
}

ExchangeLine::Fault read_fault(const Fields& fields) {
  ExchangeLine::Fault fault;
  fault.rule = fields.text("rule");
  const auto phase = fields.text("phase");
  const auto names = aws::phase_names();
  const auto found = std::find(names.begin(), names.end(), phase);
  if (found == names.end()) fields.refuse("phase", "before, after or at:POINT");
  fault.phase = static_cast<aws::Phase>(found - names.begin());
  fault.action = fields.text("action");
  if (fields.member("u")) fault.u = fields.number("u", 0);
  fault.p = fields.number("p", 1);
  fault.ordinal = fields.count("ordinal");
  if (fields.member("bytesSent")) fault.bytes_sent = fields.count("bytesSent");
  return fault;
}

aws::Replayed read_replayed(const Fields& fields) {
  return {fields.text("from"), fields.count("seq"), fields.text("match") == "exact",
          read_texts(fields, "remapped"), read_texts(fields, "conflicts")};
}

template <typename Read>
auto read_list(const Fields& line, const char* name, Read read) {
  std::vector<decltype(read(line))> items;
  for (const auto& item : line.list(name)) {
    items.push_back(read({item, line.pointer(name) + "/" + std::to_string(items.size())}));
  }
  return items;
}

aws::UpstreamError read_upstream_error(const Fields& line) {
  const auto error = aws::read_upstream_error(line.text("upstreamError"));
  if (!error) line.refuse("upstreamError", "one that this program knows");
  return *error;
}

aws::NearMiss read_near(const Fields& fields) {
  aws::NearMiss near;
  near.seq = fields.count("seq");
  near.distance = fields.number("distance", 0);
  near.differences = read_list(fields, "diff", [](const Fields& one) {
    return aws::NearMiss::Difference{one.text("path"), one.text("want"), one.text("got")};
  });
  near.more = fields.count("more");
  return near;
}

Secrecy read_secrecy(const Fields& fields) {
  const auto style = fields.text("style");
  if (style.empty() || style == "pseudonym") return {};
  if (style == "none") return {.style = Secrecy::Style::none};
  if (style != "sealed") fields.refuse("style", "one that this program knows");
  const auto seal = fields.object("seal");
  return {Secrecy::Style::sealed, seal.required_text("key"), seal.required_text("file")};
}

aws::OutcomeKind read_outcome(const Fields& line) {
  const auto outcome = aws::read_outcome_kind(line.text("outcome"));
  if (!outcome) line.refuse("outcome", "one that this program knows");
  return *outcome;
}

}  // namespace

Header read_header(const Json& json) {
  const Fields line(json, "");
  if (line.text("kind") != "header" || line.text("format") != "stunt.transcript") {
    throw BadLine("this is no transcript: the first line is not its header");
  }
  if (line.count("v") != kVersion) {
    throw BadLine("this is version " + std::to_string(line.count("v")) +
                  " of the format; this program reads version " + std::to_string(kVersion));
  }
  const auto clock = line.object("clock");
  return {line.text("tool"),
          line.instant("created"),
          line.count("seed"),
          line.text("engine"),
          line.text("service"),
          line.text("region"),
          clock.text("mode") == "virtual",
          clock.instant("start"),
          line.boolean("deterministic").value_or(false),
          read_secrecy(line.object("redaction"))};
}

ExchangeLine read_exchange(const Json& json) {
  const Fields line(json, "");
  ExchangeLine exchange;
  exchange.seq = line.count("seq");
  if (exchange.seq == 0) line.refuse("seq", "a number from 1 up");
  exchange.scope = line.text("scope");
  exchange.id = line.text("id");
  exchange.t = line.duration("t");
  exchange.at = line.duration("at");
  exchange.dur = read_spans(line.object("dur"));
  exchange.connection = line.object("conn").count("n");
  exchange.reused = line.object("conn").boolean("reused").value_or(false);
  if (line.member("op")) exchange.op = line.text("op");
  exchange.service = line.text("service");
  exchange.key = read_key(line.object("key"));
  exchange.sdk = read_sdk(line.object("sdk"));
  exchange.trace = {line.object("trace").text("traceparent"),
                    line.object("trace").text("tracestate")};
  if (line.member("sig")) exchange.sig = read_signed(line.object("sig"));
  exchange.req = read_request(line.object("req"));
  exchange.res = read_optional_reply(line, "res");
  exchange.real = read_optional_reply(line, "real");
  exchange.outcome = read_outcome(line);
  exchange.applied = line.boolean("applied");
  if (line.member("error")) {
    const auto error = line.object("error");
    exchange.error = {error.text("code"), error.text("retryable")};
  }
  if (line.member("upstreamError")) exchange.upstream_error = read_upstream_error(line);
  exchange.faults = read_list(line, "faults", [](const Fields& f) { return read_fault(f); });
  if (line.member("replayed")) exchange.replayed = read_replayed(line.object("replayed"));
  exchange.near = read_list(line, "near", [](const Fields& f) { return read_near(f); });
  return exchange;
}

Footer read_footer(const Json& json) {
  const Fields line(json, "");
  return {line.count("exchanges"), line.text("digest"), line.count("dropped")};
}

}  // namespace stunt::recorder
