// SPDX-License-Identifier: MIT
//
// Hoverfly simulations, schema v5 (https://docs.hoverfly.io).
#include "http/ascii.h"
#include "recorder/formats/foreign.h"
#include "recorder/formats/read_parts.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;

class Reader {
 public:
  explicit Reader(Losses& losses) : losses_(losses) {}

  void pair(const Json& json, const std::string& place, std::vector<ForeignExchange>& exchanges) {
    place_ = place;
    const Fields fields(json, place);
    const auto request = fields.object("request"), response = fields.object("response");
    ForeignExchange exchange;
    exchange.place = place;
    exchange.request.method = matched(request, "method").value_or("POST");
    read_url(matched(request, "path").value_or("/"), exchange.request);
    const auto headers = request.object("headers");
    const auto* all = request.member("headers");
    for (auto one = all ? all->begin() : Json::const_iterator(); all && one != all->end(); ++one) {
      const auto* const name = one.key().c_str();
      const auto value = matched(headers, name);
      if (value) add_header(exchange.request.headers, name, *value, headers.pointer(name));
    }
    if (!exchange.request.headers.get("x-amz-target")) {
      losses_.add("a pair that does not say exactly which X-Amz-Target it is for", place);
      return;
    }
    exchange.request.body = matched(request, "body").value_or("{}");
    read_response(response, exchange);
    for (const char* name : {"requiresState", "query", "destination", "scheme"}) {
      if (request.member(name)) losses_.add("a condition besides target, path and body", place);
    }
    exchanges.push_back(std::move(exchange));
  }

 private:
  /// What a member must be, if a matcher says that as a whole.
  std::optional<std::string> matched(const Fields& fields, const char* name) {
    std::optional<std::string> value;
    std::size_t index = 0;
    for (const auto& item : fields.list(name)) {
      const Fields matcher(item, fields.pointer(name) + "/" + std::to_string(index++));
      const auto kind = matcher.text("matcher");
      if (!value && (kind.empty() || kind == "exact" || kind == "json" || kind == "jsonpartial")) {
        value = matcher.text("value");
      } else {
        losses_.add("a matcher besides exact and json", place_);
      }
    }
    return value;
  }

  void read_response(const Fields& response, ForeignExchange& exchange) {
    constexpr std::uint64_t kMostMs = 1'000'000'000;
    auto& reply = exchange.reply.emplace();
    reply.status = read_status(response, "status");
    reply.headers = read_header_map(response, "headers");
    const bool encoded = response.boolean("encodedBody").value_or(false);
    reply.body = encoded ? read_base64_text(response, "body") : response.text("body");
    const auto delay = response.count("fixedDelay");
    if (delay > kMostMs) response.refuse("fixedDelay", "a number up to 1000000000");
    exchange.dur.injected = std::chrono::milliseconds(delay);
    if (response.boolean("templated").value_or(false)) {
      losses_.add("a template: it stays a text", place_);
    }
    if (response.member("logNormalDelay")) losses_.add("a delay that is not fixed", place_);
    if (response.member("bodyFile")) losses_.add("a body in another file", place_);
    if (response.member("transitionsState") || response.member("removesState")) {
      losses_.add("states: pairs are taken in the order of the file", place_);
    }
  }

  Losses& losses_;
  std::string place_;
};

}  // namespace

Foreign read_hoverfly(const Json& document, Losses& losses) {
  const Fields top(document, "");
  const auto data = top.object("data");
  Foreign foreign;
  foreign.tool = "hoverfly";
  Reader reader(losses);
  std::size_t index = 0;
  for (const auto& pair : data.list("pairs")) {
    reader.pair(pair, data.pointer("pairs") + "/" + std::to_string(index++), foreign.exchanges);
  }
  const auto actions = data.object("globalActions");
  if (!actions.list("delays").empty() || !actions.list("delaysLogNormal").empty()) {
    losses.add("delays for all", actions.pointer("delays"));
  }
  return foreign;
}

}  // namespace stunt::recorder
