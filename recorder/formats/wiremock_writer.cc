// SPDX-License-Identifier: MIT
//
// WireMock stub mappings, as its admin API imports them: one for each exchange, and those that ask
// the same are the states of a WireMock scenario. The last answer of a request stays.
#include <unordered_map>

#include "recorder/formats/exchange_facts.h"
#include "recorder/formats/format_writer.h"
#include "recorder/formats/wiremock_body.h"
#include "recorder/transcript/jcs.h"
#include "recorder/transcript/json_writer.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using Kind = aws::OutcomeKind;

/// The server makes these, or they are another each time.
bool is_made_anew(std::string_view name) {
  return name == "connection" || name == "content-length" || name == "date" ||
         name == "keep-alive" || name == "transfer-encoding";
}

class WiremockWriter : public FormatWriter {
 public:
  explicit WiremockWriter(const WriterTools& tools) : tools_(tools) {}

  bool wants_survey() const override { return true; }

  void survey(const ExchangeLine& exchange) override {
    if (can_be_told(exchange)) ++counts_[key_of(exchange)].all;
  }

  void begin(const Header&) override { tools_.out << R"({"mappings":[)"; }

  void add(const ExchangeLine& exchange) override {
    const auto place = place_of(exchange);
    if (!can_be_told(exchange)) {
      tools_.losses.add("an exchange whose request was redacted, or that has no answer", place);
      return;
    }
    tell_losses(exchange, place);
    Json mapping = {{"name", name_of(exchange)}};
    place_in_order(exchange, mapping);
    mapping["request"] = request(exchange);
    mapping["response"] = response(exchange);
    mapping["metadata"]["stunt"] = {{"seq", exchange.seq},
                                    {"body", exchange.req.body.json.value_or(Json::object())}};
    tools_.out << (told_++ > 0 ? ",\n" : "\n") << plain_json(mapping);
  }

  void end() override { tools_.out << "\n],\"meta\":{\"total\":" << told_ << "}}\n"; }

 private:
  struct Count {
    std::uint64_t all = 0;   ///< exchanges with this request
    std::uint64_t told = 0;  ///< of them, so far
  };

  static bool is_lost(const ExchangeLine& exchange) {
    return !exchange.res && (exchange.outcome == Kind::reset || exchange.outcome == Kind::closed);
  }

  static const ExchangeLine::Reply* answer(const ExchangeLine& exchange) {
    if (exchange.res) return &*exchange.res;
    return exchange.real ? &*exchange.real : nullptr;
  }

  static bool can_be_told(const ExchangeLine& exchange) {
    const auto target = header_of(exchange.req.headers, "x-amz-target");
    return exchange.req.body.json && !target.empty() && !is_redacted(target) &&
           (is_lost(exchange) || answer(exchange));
  }

  static std::size_t key_of(const ExchangeLine& exchange) {
    return std::hash<std::string>()(exchange.op.value_or("") +
                                    canonical_json(wiremock_pattern(*exchange.req.body.json)));
  }

  static std::string name_of(const ExchangeLine& exchange) {
    auto name = exchange.op.value_or("unknown operation");
    if (!exchange.key.secret_id.empty()) name += " " + exchange.key.secret_id;
    return name;
  }

  void place_in_order(const ExchangeLine& exchange, Json& mapping) {
    auto& count = counts_[key_of(exchange)];
    if (count.all < 2) return;
    const auto number = ++count.told;
    if (number == 1) names_.emplace(key_of(exchange), "stunt " + std::to_string(names_.size() + 1));
    mapping["scenarioName"] = names_[key_of(exchange)];
    mapping["requiredScenarioState"] = number == 1 ? "Started" : std::to_string(number);
    if (number < count.all) mapping["newScenarioState"] = std::to_string(number + 1);
  }

  static Json request(const ExchangeLine& exchange) {
    const std::string target(header_of(exchange.req.headers, "x-amz-target"));
    Json request = {{"urlPath", exchange.req.path}, {"method", exchange.req.method}};
    request["headers"]["X-Amz-Target"] = {{"equalTo", target}};
    request["bodyPatterns"] =
        Json::array({{{"equalToJson", wiremock_pattern(*exchange.req.body.json)}}});
    return request;
  }

  static Json response(const ExchangeLine& exchange) {
    Json response = Json::object();
    if (is_lost(exchange)) {
      response["fault"] =
          exchange.outcome == Kind::reset ? "CONNECTION_RESET_BY_PEER" : "EMPTY_RESPONSE";
    } else {
      const auto& reply = *answer(exchange);
      response["status"] = reply.status;
      for (const auto& [name, value] : reply.headers) {
        if (!is_made_anew(name) && !is_redacted(value)) response["headers"][name] = value;
      }
      if (reply.body.json) response["jsonBody"] = *reply.body.json;
    }
    const auto delay = std::chrono::ceil<std::chrono::milliseconds>(exchange.dur.injected);
    if (delay.count() > 0) response["fixedDelayMilliseconds"] = delay.count();
    return response;
  }

  void tell_losses(const ExchangeLine& exchange, const std::string& place) {
    auto& losses = tools_.losses;
    losses.add("when it was, over which connection, by which client and which try", place);
    if (!exchange.faults.empty()) losses.add("which rules brought the faults", place);
    const bool cut = exchange.outcome == Kind::reset || exchange.outcome == Kind::closed;
    if (exchange.res && cut) losses.add("that an answer was cut: it comes whole", place);
    if (exchange.outcome == Kind::timeout) losses.add("that an answer never came", place);
    if (exchange.outcome == Kind::client_gone) losses.add("that the client left", place);
    if (exchange.res && exchange.real) losses.add("what the engine had answered", place);
    const auto* reply = answer(exchange);
    if (!is_lost(exchange) && !reply->body.json && reply->body.size > 0) {
      losses.add("a body that was no JSON", place);
    }
    if (!is_lost(exchange) && reply->body.json && is_redacted(plain_json(*reply->body.json))) {
      losses.add("secret values in answers: they are pseudonyms", place);
    }
    if (exchange.req.body.json != wiremock_pattern(*exchange.req.body.json)) {
      losses.add("secret values and tokens in requests: any text is taken", place);
    }
  }

  const WriterTools tools_;
  std::unordered_map<std::size_t, Count> counts_;       ///< by key_of()
  std::unordered_map<std::size_t, std::string> names_;  ///< of WireMock scenarios
  std::uint64_t told_ = 0;
};

}  // namespace

std::unique_ptr<FormatWriter> make_wiremock_writer(const WriterTools& tools) {
  return std::make_unique<WiremockWriter>(tools);
}

}  // namespace stunt::recorder
