// SPDX-License-Identifier: MIT
//
// A scenario file whose rules do to the calls of the same client what was done to those of the
// transcript: for each operation and secret, the same faults upon the same arrivals.
#include <algorithm>
#include <map>
#include <set>

#include "aws/arn.h"
#include "recorder/formats/exchange_facts.h"
#include "recorder/formats/format_writer.h"
#include "recorder/formats/scenario_faults.h"
#include "recorder/replay/fill.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// A file has no more of them, and is no larger.
constexpr std::size_t kMostRules = 10'000;
constexpr std::size_t kMostBytes = 1'000'000;

/// "${" begins a variable in a scenario.
std::string without_variables(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{') plain.push_back('$');
    plain.push_back(text[i]);
  }
  return plain;
}

Json escaped(const Json& value) {
  return map_strings(value,
                     [](const std::string& text) -> Json { return without_variables(text); });
}

/// "%" and the like are no part of a rule's name.
std::string name_like(const std::string& text) {
  constexpr std::size_t kLongest = 100;
  std::string name = text.substr(0, kLongest);
  for (char& c : name) {
    const bool fits = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      std::string_view("._/-").find(c) != std::string_view::npos;
    if (!fits) c = '-';
  }
  return name.empty() ? "rule" : name;
}

/// Arrivals as `nth` says them, the shortest way.
Json nth_of(const std::vector<std::uint64_t>& arrivals) {
  const auto first = arrivals.front(), last = arrivals.back();
  if (arrivals.size() == 1) return first;
  if (last - first + 1 != arrivals.size()) return arrivals;
  return first == 1 ? Json{{"first", last}} : Json{{"from", first}, {"to", last}};
}

class ScenarioWriter : public FormatWriter {
 public:
  explicit ScenarioWriter(const WriterTools& tools) : tools_(tools) {}

  void begin(const Header& header) override {
    tools_.out << "# What a transcript's rules did, to be done again.\n"
               << "version: 1\n"
               << "scenario: exported/run\n"
               << "seed: " << header.seed << "\n";
    if (header.virtual_clock) {
      tools_.losses.add("that the clock was virtual: delays are waited for", "the header");
    }
  }

  void add(const ExchangeLine& exchange) override {
    const auto when = when_of(exchange);
    const auto arrival = count(exchange, when);
    if (exchange.outcome == aws::OutcomeKind::client_gone && exchange.faults.empty()) {
      tools_.losses.add("that the client left", place_of(exchange));
    }
    // Of one rule and phase all, in the order of the transcript.
    std::vector<std::vector<ExchangeLine::Fault>> groups;
    for (const auto& fault : exchange.faults) {
      const auto same = std::ranges::find_if(groups, [&](const auto& group) {
        return group.front().rule == fault.rule && group.front().phase == fault.phase;
      });
      auto& group = same == groups.end() ? groups.emplace_back() : *same;
      group.push_back(fault);
    }
    for (const auto& group : groups) add_fault(group, exchange, when, arrival);
  }

  void end() override {
    if (rules_.empty()) return;
    tools_.out << "rules:\n";
    std::size_t bytes = 0;
    std::size_t told = 0;
    for (const auto& rule : rules_) {
      const auto text = text_of(rule);
      bytes += text.size();
      if (++told > kMostRules || bytes > kMostBytes) {
        tools_.losses.add("rules beyond what a scenario file may have", rule.place);
        continue;
      }
      tools_.out << text;
    }
  }

 private:
  struct Rule {
    std::string id;
    Json when;
    aws::Phase phase;
    Json then;
    std::vector<std::uint64_t> arrivals;
    std::string place;
  };

  /// Which arrival this is of the calls that `when` matches.
  std::uint64_t count(const ExchangeLine& exchange, const Json& when) {
    const auto of_operation = ++arrivals_[exchange.is_known() ? *exchange.op : ""];
    const bool by_secret = when.contains("secretId");
    return by_secret ? ++arrivals_[plain_json(when)] : of_operation;
  }

  /// The calls that are counted together with this one. A secret whose id was redacted cannot be
  /// named: all calls of the operation are counted then.
  Json when_of(const ExchangeLine& exchange) {
    Json when = Json::object();
    if (!exchange.is_known()) return {{"secretId", {{"absent", true}}}};
    when["operation"] = *exchange.op;
    const std::string secret(aws::secret_name(exchange.key.secret_id));
    if (secret.empty()) {
      when["secretId"] = {{"absent", true}};
      return when;
    }
    if (is_redacted(secret)) {
      if (!exchange.faults.empty()) {
        tools_.losses.add("which secret a call was for: its name was redacted", place_of(exchange));
      }
      return when;
    }
    const bool is_plain =
        secret.find_first_of("*?[\\") == secret.npos && !secret.starts_with("arn:");
    when["secretId"] = is_plain ? Json(secret) : Json{{"equals", secret}};
    return when;
  }

  void add_fault(const std::vector<ExchangeLine::Fault>& group, const ExchangeLine& exchange,
                 const Json& when, std::uint64_t arrival) {
    const auto place = place_of(exchange);
    if (!exchange.is_known()) {
      tools_.losses.add("a fault upon an operation that nobody knows", place);
      return;
    }
    const auto then = then_of(group, exchange, tools_.service, tools_.losses);
    if (then.empty()) return;
    const auto phase = group.front().phase;
    const auto key = group.front().rule + '\n' + plain_json(when) + plain_json(then) +
                     std::string(to_string(phase));
    const auto [known, is_new] = places_.emplace(key, rules_.size());
    if (is_new) {
      rules_.push_back({unique(name_like(group.front().rule)), when, phase, then, {}, place});
    }
    rules_[known->second].arrivals.push_back(arrival);
  }

  std::string unique(const std::string& name) {
    auto id = name;
    for (std::uint64_t n = 2; !ids_.insert(id).second; ++n) id = name + "-" + std::to_string(n);
    return id;
  }

  static std::string text_of(const Rule& rule) {
    auto when = escaped(rule.when);
    when["nth"] = nth_of(rule.arrivals);
    std::string text = "  - id: \"" + rule.id + "\"\n    when: " + plain_json(when) + "\n";
    if (rule.phase != aws::Phase::before) {
      text += "    phase: \"" + std::string(to_string(rule.phase)) + "\"\n";
    }
    return text + "    then: " + plain_json(escaped(rule.then)) + "\n";
  }

  const WriterTools tools_;
  std::map<std::string, std::uint64_t> arrivals_;  ///< by operation, and by `when`
  std::vector<Rule> rules_;
  std::map<std::string, std::size_t> places_;  ///< in rules_
  std::set<std::string> ids_;
};

}  // namespace

std::unique_ptr<FormatWriter> make_scenario_writer(const WriterTools& tools) {
  return std::make_unique<ScenarioWriter>(tools);
}

}  // namespace stunt::recorder
