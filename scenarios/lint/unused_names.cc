// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "input/quote.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

using input::quote;
using Texts = std::vector<std::string>;

/// All texts and keys in which a variable may stand.
void collect(const input::Value& value, Texts& texts) {
  const auto keep = [&](std::string_view text) {
    if (text.find("${") != text.npos) texts.emplace_back(text);
  };
  if (value.kind() == input::Kind::text) keep(*value.text());
  for (const auto& item : items(value)) collect(item, texts);
  for (const auto& member : members(value)) {
    keep(member.name);
    collect(member.value, texts);
  }
}

bool is_used(const Texts& texts, std::string_view variable) {
  const auto use = "${" + std::string(variable) + "}";
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(use) != std::string::npos; });
}

void check_variables(const Subject& subject) {
  const auto vars = subject.root.find("vars");
  if (!vars) return;
  Texts texts;
  for (const auto& member : members(subject.root)) {
    if (member.name != "vars") collect(member.value, texts);
  }
  for (const auto& variable : members(*vars)) {
    if (is_used(texts, variable.name)) continue;
    variable.value.wrong(variable.at, "nobody uses the variable " + quote(variable.name),
                         "write ${" + std::string(variable.name) + "} somewhere, or remove it");
  }
}

void check_saved(const Subject& subject) {
  Texts texts;
  for (const auto& call : subject.setup) collect(follow(call, {"input"}), texts);
  for (const auto& step : subject.steps) collect(follow(step, {"call", "input"}), texts);
  const auto check = [&](const input::Value& call) {
    const auto save = call.find("save");
    if (!save) return;
    for (const auto& saved : members(*save)) {
      if (is_used(texts, saved.name)) continue;
      saved.value.wrong(
          saved.at, "no call uses the saved " + quote(saved.name),
          "write ${" + std::string(saved.name) + "} in a later call's input, or remove it");
    }
  };
  for (const auto& call : subject.setup) check(call);
  for (const auto& step : subject.steps) {
    if (const auto call = step.find("call")) check(*call);
  }
}

void collect_machines(const Match& match, std::set<std::string>& machines) {
  for (const auto& state : match.states) machines.insert(state.first);
  if (match.none) collect_machines(*match.none, machines);
  for (const auto& one : match.any_of) collect_machines(one, machines);
}

void check_machines(const Subject& subject) {
  const auto state = subject.root.find("state");
  if (!state) return;
  std::set<std::string> asked;
  for (const auto& rule : subject.scenario.rules) collect_machines(rule.when.match, asked);
  for (const auto& machine : members(*state)) {
    if (machine.name.find("${") != machine.name.npos || asked.contains(std::string(machine.name))) {
      continue;
    }
    machine.value.wrong(
        machine.at, "no rule asks for the machine " + quote(machine.name),
        "write state: { " + std::string(machine.name) + ": … } in a 'when', or remove it");
  }
}

void check_mark(const Subject& subject, std::string_view mark, const input::Value& at) {
  const auto& steps = subject.scenario.steps;
  if (std::any_of(steps.begin(), steps.end(), [&](const Step& step) { return step.after == mark; }))
    return;
  at.wrong("no step waits for the mark " + quote(mark),
           "add a step with after: " + std::string(mark) + ", or remove it");
}

void check_marks(const Subject& subject) {
  const auto& scenario = subject.scenario;
  for (std::size_t i = 0; i < scenario.rules.size() && i < subject.rules.size(); ++i) {
    for (const auto& action : scenario.rules[i].then) {
      if (const auto mark = action.fault->mark(); !mark.empty()) {
        check_mark(subject, mark, fault_of(subject.rules[i], action.kind));
      }
    }
  }
  for (std::size_t i = 0; i < scenario.steps.size() && i < subject.steps.size(); ++i) {
    const auto& mark = scenario.steps[i].mark;
    if (mark) check_mark(subject, *mark, follow(subject.steps[i], {"mark"}));
  }
}

}  // namespace

void find_unused_names(const Subject& subject) {
  check_variables(subject);
  check_saved(subject);
  check_machines(subject);
  check_marks(subject);
}

}  // namespace stunt::scenarios::lint
