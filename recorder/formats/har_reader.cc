// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "recorder/formats/foreign.h"
#include "recorder/formats/har_words.h"
#include "recorder/formats/read_parts.h"
#include "recorder/transcript/read_line.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// Milliseconds; -1 stands for what does not apply.
world::Duration read_ms(const Fields& timings, const char* name) {
  constexpr double kMost = 1e12;
  const auto ms = timings.number(name, 0);
  if (!(std::abs(ms) < kMost)) timings.refuse(name, "a number of milliseconds");
  return world::Duration(std::llround(std::max(ms, 0.0) * 1000));
}

/// "2026-11-24T02:30:00.000Z", or with an offset as browsers write it: "…+01:00".
std::optional<world::Instant> read_time(std::string text) {
  if (const auto at = world::parse_rfc3339(text)) return at;
  constexpr std::size_t kOffset = 6;  // "+01:00"
  if (text.size() < kOffset) return std::nullopt;
  const auto offset = text.substr(text.size() - kOffset);
  const auto digit = [&](std::size_t i) { return offset[i] - '0'; };
  for (const std::size_t i : {1u, 2u, 4u, 5u}) {
    if (digit(i) < 0 || digit(i) > 9) return std::nullopt;
  }
  if ((offset[0] != '+' && offset[0] != '-') || offset[3] != ':') return std::nullopt;
  // More digits than microseconds have are cut.
  text.resize(text.size() - kOffset);
  const auto point = text.find('.');
  if (point != std::string::npos) text.resize(std::min(text.size(), point + 7));
  const auto local = world::parse_rfc3339(text + "Z");
  if (!local) return std::nullopt;
  const auto by =
      std::chrono::hours(digit(1) * 10 + digit(2)) + std::chrono::minutes(digit(4) * 10 + digit(5));
  return offset[0] == '+' ? *local - by : *local + by;
}

http::Headers read_headers(const Fields& message) {
  http::Headers headers;
  std::size_t index = 0;
  for (const auto& field : message.list("headers")) {
    const Fields fields(field, message.pointer("headers") + "/" + std::to_string(index++));
    const auto name = fields.text("name");
    // HTTP/2 writes ":path" and the like among them.
    if (name.starts_with(':')) continue;
    add_header(headers, name, fields.text("value"), fields.pointer("value"));
  }
  return headers;
}

std::optional<std::uint64_t> read_size(const Fields& fields, const char* name) {
  const auto size = fields.number(name, -1);
  if (size < 0 || size > 1e15) return std::nullopt;
  return static_cast<std::uint64_t>(size);
}

http::Request read_request(const Fields& fields) {
  http::Request request;
  request.method = fields.required_text("method");
  read_url(read_url_text(fields.required_text("url")), request);
  request.headers = read_headers(fields);
  request.body = fields.object("postData").text("text");
  return request;
}

std::optional<http::Reply> read_reply(const Fields& fields) {
  const auto status = fields.number("status", 0);
  // Browsers write 0, mitmproxy -1, where none came.
  if (status <= 0) return std::nullopt;
  http::Reply reply;
  reply.status = read_status(fields, "status");
  reply.headers = read_headers(fields);
  const auto content = fields.object("content");
  const bool base64 = content.text("encoding") == "base64";
  reply.body = base64 ? read_base64_text(content, "text") : content.text("text");
  return reply;
}

ForeignExchange read_entry(const Fields& entry, Losses& losses) {
  ForeignExchange exchange;
  const auto response = entry.object("response"), timings = entry.object("timings");
  exchange.request = read_request(entry.object("request"));
  exchange.reply = read_reply(response);
  exchange.at = read_time(entry.text("startedDateTime"));
  if (!exchange.at) entry.refuse("startedDateTime", "a time like 2026-11-24T02:30:00.000Z");
  exchange.dur = {read_ms(timings, "blocked"), read_ms(timings, "wait"), world::Duration(0),
                  read_ms(timings, "receive")};
  for (const char* name : {"dns", "connect", "ssl", "send"}) {
    if (read_ms(timings, name) > world::Duration(0)) {
      losses.add("time for finding and reaching the server", entry.pointer("timings"));
    }
  }
  const auto error = response.text("_error");
  if (!exchange.reply || !error.empty()) exchange.ended = read_har_error(error);
  exchange.request_size = read_size(entry.object("request"), "bodySize");
  exchange.reply_size = read_size(response, "bodySize");
  if (entry.member("_stunt")) {
    exchange.facts = read_exchange(*entry.member("_stunt"));
  } else if (exchange.reply && exchange.reply->body.empty() &&
             read_size(response.object("content"), "size").value_or(0) > 0) {
    losses.add("an answer's body: it is not in the file", entry.pointer("response"));
  }
  return exchange;
}

}  // namespace

Foreign read_har(const Json& document, Losses& losses) {
  const auto log = Fields(document, "").object("log");
  Foreign foreign;
  foreign.tool = log.object("creator").text("name");
  if (const auto* ours = log.member("_stunt")) {
    auto header = *ours;
    if (header.is_object()) header["kind"] = "header";
    foreign.header = read_header(header);
  }
  const auto& entries = log.list("entries");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Fields entry(entries[i], log.pointer("entries") + "/" + std::to_string(i));
    foreign.exchanges.push_back(read_entry(entry, losses));
    foreign.exchanges.back().place = log.pointer("entries") + "/" + std::to_string(i);
  }
  return foreign;
}

}  // namespace stunt::recorder
