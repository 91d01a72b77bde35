// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "recorder/formats/foreign.h"
#include "recorder/formats/read_parts.h"
#include "recorder/formats/wiremock_body.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// How a mapping finds its turn.
struct Turn {
  std::string scenario, required, next;
};

class Reader {
 public:
  explicit Reader(Losses& losses) : losses_(losses) {}

  void mapping(const Json& json, const std::string& place) {
    const Fields fields(json, place);
    ForeignExchange exchange;
    exchange.place = place;
    const auto request = fields.object("request"), response = fields.object("response");
    if (!read_request(request, fields, exchange)) return;
    read_response(response, exchange);
    tell_losses(fields, request, response, place);
    turns_.push_back({fields.text("scenarioName"), fields.text("requiredScenarioState"),
                      fields.text("newScenarioState")});
    exchanges_.push_back(std::move(exchange));
  }

  /// Those of one scenario follow each other from state to state, wherever they stand.
  std::vector<ForeignExchange> take() {
    std::map<std::string, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      if (!turns_[i].scenario.empty()) members[turns_[i].scenario].push_back(i);
    }
    std::vector<ForeignExchange> ordered = exchanges_;
    for (const auto& [name, places] : members) {
      const auto order = follow(places);
      for (std::size_t i = 0; i < places.size(); ++i) ordered[places[i]] = exchanges_[order[i]];
    }
    return ordered;
  }

 private:
  /// The given mappings as their states lead from one to the next; others behind.
  std::vector<std::size_t> follow(std::vector<std::size_t> left) const {
    std::vector<std::size_t> order;
    std::string state = "Started";
    while (!left.empty()) {
      auto next = std::ranges::find_if(left, [&](auto i) { return turns_[i].required == state; });
      if (next == left.end()) next = left.begin();
      state = turns_[*next].next;
      order.push_back(*next);
      left.erase(next);
    }
    return order;
  }

  bool read_request(const Fields& request, const Fields& mapping, ForeignExchange& exchange) {
    exchange.request.method = request.text("method");
    if (exchange.request.method.empty() || exchange.request.method == "ANY") {
      exchange.request.method = "POST";
    }
    auto url = request.text("url");
    if (url.empty()) url = request.text("urlPath");
    read_url(url, exchange.request);
    const auto headers = request.object("headers");
    for (const char* name : {"X-Amz-Target", "x-amz-target"}) {
      const auto target = headers.object(name).text("equalTo");
      if (!target.empty())
        add_header(exchange.request.headers, name, target, request.pointer("headers"));
    }
    if (exchange.request.headers.empty()) {
      losses_.add("a mapping that does not say with equalTo which X-Amz-Target it is for",
                  exchange.place);
      return false;
    }
    exchange.request.headers.add("content-type", "application/x-amz-json-1.1");
    read_body(request, mapping, exchange);
    return true;
  }

  void read_body(const Fields& request, const Fields& mapping, ForeignExchange& exchange) {
    const Json* pattern = nullptr;
    for (const auto& one : request.list("bodyPatterns")) {
      const auto* json = aws::member(one, "equalToJson");
      if (!json) json = aws::member(one, "equalTo");
      if (json && !pattern) {
        pattern = json;
      } else {
        losses_.add("a body pattern besides equalToJson", exchange.place);
      }
    }
    if (!pattern) {
      exchange.request.body = "{}";
      return;
    }
    // equalToJson may be JSON, or a text with JSON in it.
    auto body = *pattern;
    if (body.is_string()) {
      auto parsed = aws::parse_json(body.get<std::string>());
      if (!parsed) request.refuse("bodyPatterns", "JSON");
      body = std::move(*parsed);
    }
    if (const auto* ours = known_body(mapping); ours && wiremock_pattern(*ours) == body) {
      exchange.request.body = plain_json(*ours);
      return;
    }
    const auto before = made_up_;
    exchange.request.body = plain_json(wiremock_body(body, made_up_));
    if (made_up_ != before) losses_.add("a placeholder: a value is made up", exchange.place);
  }

  /// What the pattern was made of, if it was made of a transcript.
  static const Json* known_body(const Fields& mapping) {
    const auto* metadata = mapping.member("metadata");
    const auto* stunt = metadata ? aws::member(*metadata, "stunt") : nullptr;
    return stunt ? aws::member(*stunt, "body") : nullptr;
  }

  void read_response(const Fields& response, ForeignExchange& exchange) {
    const auto fault = response.text("fault");
    // Fractions of a millisecond are nobody's.
    constexpr std::uint64_t kMostMs = 1'000'000'000;
    const auto delay = response.count("fixedDelayMilliseconds");
    if (delay > kMostMs) response.refuse("fixedDelayMilliseconds", "a number up to 1000000000");
    exchange.dur.injected = std::chrono::milliseconds(delay);
    if (!fault.empty()) {
      exchange.ended =
          fault == "CONNECTION_RESET_BY_PEER" ? aws::OutcomeKind::reset : aws::OutcomeKind::closed;
      if (fault != "CONNECTION_RESET_BY_PEER" && fault != "EMPTY_RESPONSE") {
        losses_.add("garbage instead of an answer: nothing is sent", exchange.place);
      }
      return;
    }
    auto& reply = exchange.reply.emplace();
    reply.status = response.member("status") ? read_status(response, "status") : 200;
    reply.headers = read_header_map(response, "headers");
    if (const auto* json = response.member("jsonBody")) {
      reply.body = plain_json(*json);
    } else if (response.member("base64Body")) {
      reply.body = read_base64_text(response, "base64Body");
    } else {
      reply.body = response.text("body");
    }
  }

  void tell_losses(const Fields& mapping, const Fields& request, const Fields& response,
                   const std::string& place) {
    if (mapping.member("priority")) losses_.add("a priority", place);
    for (const char* name : {"urlPattern", "urlPathPattern", "urlPathTemplate", "queryParameters",
                             "cookies", "basicAuthCredentials", "customMatcher"}) {
      if (request.member(name)) losses_.add("a condition besides target and body", place);
    }
    if (request.object("headers").member("X-Amz-Target") && request.member("headers")->size() > 1) {
      losses_.add("a condition besides target and body", place);
    }
    for (const char* name : {"delayDistribution", "chunkedDribbleDelay"}) {
      if (response.member(name)) losses_.add("a delay that is not fixed", place);
    }
    if (response.member("bodyFileName")) losses_.add("a body in another file", place);
    if (response.member("transformers")) losses_.add("a template: it stays a text", place);
    if (response.member("proxyBaseUrl")) losses_.add("a proxy: the answer is not known", place);
  }

  Losses& losses_;
  std::vector<ForeignExchange> exchanges_;
  std::vector<Turn> turns_;  ///< of exchanges_
  std::uint64_t made_up_ = 0;
};

}  // namespace

Foreign read_wiremock(const Json& document, Losses& losses) {
  Reader reader(losses);
  const Fields top(document, "");
  if (top.member("mappings")) {
    std::size_t index = 0;
    for (const auto& mapping : top.list("mappings")) {
      reader.mapping(mapping, top.pointer("mappings") + "/" + std::to_string(index++));
    }
  } else {
    reader.mapping(document, "");
  }
  return {std::nullopt, "wiremock", reader.take()};
}

}  // namespace stunt::recorder
