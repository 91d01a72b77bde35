// SPDX-License-Identifier: MIT
#include "harness/show/filter.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "aws/arn.h"
#include "aws/outcome_kind.h"
#include "input/did_you_mean.h"
#include "scenarios/glob.h"

namespace stunt::harness {
namespace {

using recorder::ExchangeLine;
using scenarios::Glob;
using Test = std::function<bool(const ExchangeLine&)>;

std::vector<Glob> globs(const std::vector<std::string>& patterns) {
  return {patterns.begin(), patterns.end()};
}

bool any_matches(const std::vector<Glob>& globs, std::string_view text) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const Glob& glob) { return glob.matches(text); });
}

struct Statuses {
  int first, last;
};

std::optional<int> status(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && text.size() == 3 ? std::optional(value) : std::nullopt;
}

Statuses read_statuses(const std::string& text) {
  const std::string_view view(text);
  if (view.size() == 3 && view.ends_with("xx") && view[0] >= '1' && view[0] <= '5') {
    const int hundred = (view[0] - '0') * 100;
    return {hundred, hundred + 99};
  }
  const auto dash = view.find('-');
  const auto first = status(view.substr(0, dash));
  const auto last = dash == view.npos ? first : status(view.substr(dash + 1));
  if (!first || !last || *first > *last) {
    throw std::invalid_argument("--status: '" + text + "' is none of 200, 4xx, 400-499");
  }
  return {*first, *last};
}

aws::OutcomeKind read_outcome(const std::string& text) {
  const auto kind = aws::read_outcome_kind(text);
  if (!kind) {
    throw std::invalid_argument("--outcome: unknown outcome '" + text + "'; " +
                                input::suggest(text, aws::outcome_kind_names()));
  }
  return *kind;
}

Test status_test(const std::vector<std::string>& texts) {
  std::vector<Statuses> ranges;
  std::transform(texts.begin(), texts.end(), std::back_inserter(ranges), read_statuses);
  return [ranges](const ExchangeLine& line) {
    return line.res && std::any_of(ranges.begin(), ranges.end(), [&](const Statuses& range) {
             return range.first <= line.res->status && line.res->status <= range.last;
           });
  };
}

Test outcome_test(const std::vector<std::string>& texts) {
  std::vector<aws::OutcomeKind> kinds;
  std::transform(texts.begin(), texts.end(), std::back_inserter(kinds), read_outcome);
  return [kinds](const ExchangeLine& line) {
    return std::find(kinds.begin(), kinds.end(), line.outcome) != kinds.end();
  };
}

Test fault_test(const std::vector<std::string>& patterns) {
  return [rules = globs(patterns)](const ExchangeLine& line) {
    return std::any_of(line.faults.begin(), line.faults.end(),
                       [&](const auto& fault) { return any_matches(rules, fault.rule); });
  };
}

}  // namespace

Test wanted(const Filter& filter) {
  std::vector<Test> tests;
  if (!filter.operations.empty()) {
    tests.emplace_back([operations = globs(filter.operations)](const ExchangeLine& line) {
      return any_matches(operations, line.op.value_or(""));
    });
  }
  if (!filter.secrets.empty()) {
    tests.emplace_back([secrets = globs(filter.secrets)](const ExchangeLine& line) {
      const auto& id = line.key.secret_id;
      return any_matches(secrets, aws::secret_name(id)) || any_matches(secrets, id);
    });
  }
  if (!filter.statuses.empty()) tests.push_back(status_test(filter.statuses));
  if (!filter.outcomes.empty()) tests.push_back(outcome_test(filter.outcomes));
  if (!filter.faults.empty()) tests.push_back(fault_test(filter.faults));
  if (tests.empty()) return nullptr;
  return [tests = std::move(tests)](const ExchangeLine& line) {
    return std::all_of(tests.begin(), tests.end(), [&](const Test& test) { return test(line); });
  };
}

}  // namespace stunt::harness
