// SPDX-License-Identifier: MIT
//
// HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec), an entry a line. What HAR has no place
// for stands in `_stunt`, in the words of a transcript: custom members begin with `_`.
#include <map>

#include "http/message.h"
#include "recorder/formats/exchange_facts.h"
#include "recorder/formats/format_writer.h"
#include "recorder/formats/har_words.h"
#include "recorder/transcript/jcs.h"
#include "recorder/transcript/json_writer.h"
#include "recorder/transcript/write_line.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr const char* kVersion = "HTTP/1.1";
/// Chrome's word for no content at all.
constexpr const char* kNoType = "x-unknown";

double ms(world::Duration duration) { return static_cast<double>(duration.count()) / 1000; }

std::string or_else(std::string_view text, std::string_view otherwise) {
  return std::string(text.empty() ? otherwise : text);
}

/// The members of a line that HAR has no place for.
std::string rest(const ExchangeLine& exchange) {
  auto bare = exchange;
  bare.req = {};
  bare.res.reset();
  auto json = Json::parse(to_line(bare));
  json.erase("kind");
  json.erase("req");
  json.erase("res");
  return plain_json(json);
}

std::string header_text(const Header& header) {
  auto json = Json::parse(to_line(header));
  json.erase("kind");
  return plain_json(json);
}

/// One entry.
class Entry {
 public:
  explicit Entry(std::string& out) : json_(out) {}

  void write(const ExchangeLine& exchange, const std::string& page, world::Instant began) {
    json_.begin_object();
    json_.member("pageref", page);
    json_.member("startedDateTime", world::rfc3339(began));
    json_.member("time", ms(exchange.dur.total()));
    json_.name("request");
    request(exchange.req);
    json_.name("response");
    response(exchange);
    json_.name("cache");
    json_.raw("{}");
    json_.name("timings");
    timings(exchange.dur);
    json_.member("connection", std::to_string(exchange.connection));
    json_.name("_stunt");
    json_.raw(rest(exchange));
    json_.end_object();
  }

 private:
  void request(const ExchangeLine::Request& request) {
    auto url = "http://" + or_else(header_of(request.headers, "host"), "localhost") + request.path;
    if (!request.query.empty()) url += "?" + request.query;
    json_.begin_object();
    json_.member("method", request.method);
    json_.member("url", url_text(url));
    head(request.headers);
    json_.name("queryString");
    json_.raw("[]");
    if (request.body.json) {
      json_.name("postData");
      json_.begin_object();
      json_.member("mimeType", or_else(header_of(request.headers, "content-type"), kNoType));
      json_.member("text", plain_json(*request.body.json));
      json_.end_object();
    }
    json_.member("headersSize", -1);
    json_.member("bodySize", request.body.size);
    json_.end_object();
  }

  void response(const ExchangeLine& exchange) {
    static const ExchangeLine::Reply kNone;
    const auto& reply = exchange.res ? *exchange.res : kNone;
    json_.begin_object();
    json_.member("status", reply.status);
    json_.member("statusText", exchange.res ? http::reason_phrase(reply.status) : "");
    head(reply.headers);
    json_.name("content");
    json_.begin_object();
    json_.member("size", reply.body.size);
    json_.member("mimeType", or_else(header_of(reply.headers, "content-type"), kNoType));
    if (reply.body.json) json_.member("text", plain_json(*reply.body.json));
    json_.end_object();
    json_.member("redirectURL", "");
    json_.member("headersSize", -1);
    if (exchange.res) {
      json_.member("bodySize", reply.body.size);
    } else {
      json_.member("bodySize", -1);
    }
    const auto error = har_error(exchange.outcome, exchange.res.has_value());
    if (!error.empty()) json_.member("_error", error);
    json_.end_object();
  }

  /// What request and response have alike.
  void head(const HeaderList& headers) {
    json_.member("httpVersion", kVersion);
    json_.name("cookies");
    json_.raw("[]");
    json_.name("headers");
    json_.begin_array();
    for (const auto& [name, value] : headers) {
      json_.begin_object();
      json_.member("name", name);
      json_.member("value", value);
      json_.end_object();
    }
    json_.end_array();
  }

  void timings(const ExchangeLine::Spans& spans) {
    json_.begin_object();
    json_.member("blocked", ms(spans.queue));
    for (const char* unknown : {"dns", "connect", "ssl"}) json_.member(unknown, -1);
    json_.member("send", 0);
    json_.member("wait", ms(spans.engine + spans.injected));
    json_.member("receive", ms(spans.write));
    json_.end_object();
  }

  JsonWriter json_;
};

class HarWriter : public FormatWriter {
 public:
  explicit HarWriter(const WriterTools& tools) : out_(tools.out) {}

  void begin(const Header& header) override {
    start_ = header.clock_start;
    const auto slash = header.tool.find('/');
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.member("name", header.tool.substr(0, slash));
    json.member("version", slash == std::string::npos ? "" : header.tool.substr(slash + 1));
    json.end_object();
    out_ << R"({"log":{"version":"1.2","creator":)" << text << R"(,"_stunt":)"
         << header_text(header) << R"(,"entries":[)";
  }

  void add(const ExchangeLine& exchange) override {
    const auto began = start_ + exchange.t;
    const auto page = pages_.try_emplace(exchange.scope, began);
    page.first->second = std::min(page.first->second, began);
    std::string text;
    Entry(text).write(exchange, exchange.scope, began);
    out_ << (any_ ? ",\n" : "\n") << text;
    any_ = true;
  }

  void end() override {
    std::string text;
    JsonWriter json(text);
    json.begin_array();
    for (const auto& [scope, began] : pages_) {
      json.begin_object();
      json.member("startedDateTime", world::rfc3339(began));
      json.member("id", scope);
      json.member("title", scope);
      json.name("pageTimings");
      json.raw("{}");
      json.end_object();
    }
    json.end_array();
    out_ << "\n],\"pages\":" << text << "}}\n";
  }

 private:
  std::ostream& out_;
  world::Instant start_{};
  bool any_ = false;
  std::map<std::string, world::Instant> pages_;  ///< a scope's first request
};

}  // namespace

std::unique_ptr<FormatWriter> make_har_writer(const WriterTools& tools) {
  return std::make_unique<HarWriter>(tools);
}

}  // namespace stunt::recorder
