// SPDX-License-Identifier: MIT
//
// Cassettes of VCR's family: vcr (Ruby), vcrpy, go-vcr. They call the same things differently.
#include "recorder/formats/foreign.h"
#include "recorder/formats/read_parts.h"
#include "recorder/transcript/jcs.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// "…", {"string": "…"} or {"base64_string": "…"}.
std::string read_body(const Fields& message) {
  const auto* body = message.member("body");
  if (!body) return {};
  if (body->is_string()) return body->get<std::string>();
  // A body without quotes that is JSON is YAML too.
  if (!body->is_object()) message.refuse("body", "a text or an object with a text");
  const auto fields = message.object("body");
  if (fields.member("base64_string")) return read_base64_text(fields, "base64_string");
  if (fields.member("string")) return fields.text("string");
  if (fields.member("encoding") || body->empty()) return {};
  return plain_json(*body);
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

http::Request read_request(const Fields& fields) {
  http::Request request;
  request.method = upper(fields.required_text("method"));
  const auto url = fields.text("uri");
  read_url(url.empty() ? fields.required_text("url") : url, request);
  request.headers = read_header_map(fields, "headers");
  request.body = read_body(fields);
  return request;
}

http::Reply read_reply(const Fields& fields) {
  http::Reply reply;
  const auto* status = fields.member("status");
  if (status && status->is_object()) {
    reply.status = read_status(fields.object("status"), "code");
  } else if (fields.member("code")) {
    reply.status = read_status(fields, "code");
  } else {
    reply.status = read_status(fields, "status_code");
  }
  reply.headers = read_header_map(fields, "headers");
  reply.body = read_body(fields);
  return reply;
}

std::optional<world::Instant> read_time(const Fields& interaction) {
  const auto text = interaction.text("recorded_at");
  if (text.empty()) return std::nullopt;
  if (const auto at = world::parse_http_date(text)) return at;
  return world::parse_rfc3339(text);
}

}  // namespace

Foreign read_vcr(const Json& document, Losses& losses) {
  const Fields top(document, "");
  const char* const name = top.member("http_interactions") ? "http_interactions" : "interactions";
  Foreign foreign;
  foreign.tool = "vcr";
  std::size_t index = 0;
  for (const auto& item : top.list(name)) {
    const auto place = top.pointer(name) + "/" + std::to_string(index++);
    const Fields interaction(item, place);
    ForeignExchange exchange;
    exchange.place = place;
    exchange.request = read_request(interaction.object("request"));
    if (interaction.member("response")) {
      exchange.reply = read_reply(interaction.object("response"));
    } else {
      exchange.ended = aws::OutcomeKind::closed;
    }
    exchange.at = read_time(interaction);
    if (!exchange.at) losses.add("when it was: the cassette does not tell", place);
    foreign.exchanges.push_back(std::move(exchange));
  }
  return foreign;
}

}  // namespace stunt::recorder
