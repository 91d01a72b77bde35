// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <filesystem>
#include <iterator>
#include <map>

#include "input/fields.h"
#include "input/quote.h"
#include "scenarios/load.h"

namespace stunt::scenarios {
namespace {

std::string text(std::uint64_t seed) { return std::to_string(seed); }

/// The files' scenarios, as far as they are right.
std::vector<Scenario> read_all(std::span<const std::filesystem::path> files,
                               const aws::ServiceModel& service, ReadExpect read_expect,
                               std::vector<input::Problem>& problems) {
  std::vector<Scenario> scenarios;
  for (const auto& file : files) {
    try {
      scenarios.push_back(load(file, service, read_expect));
    } catch (const input::BadInput& bad) {
      problems.insert(problems.end(), bad.problems.begin(), bad.problems.end());
    }
  }
  return scenarios;
}

template <typename T>
void append(std::vector<T>& more, std::vector<T>& to) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Joins the scenarios of one world.
class Joiner {
 public:
  explicit Joiner(std::vector<input::Problem>& problems) : problems_(problems) {}

  void add(Scenario scenario) {
    join_seed(scenario);
    join_clock(scenario);
    join_record(scenario);
    join_replay(scenario);
    join_states(scenario);
    join_rules(scenario);
    script.scope = scenario.scope;
    script.names.push_back(std::move(scenario.name));
    script.files.push_back(std::move(scenario.file));
    append(scenario.setup, script.setup);
    append(scenario.steps, script.steps);
    append(scenario.expect, script.expect);
  }

  Script script{};

 private:
  void join_seed(const Scenario& scenario) {
    if (script.seed && scenario.seed && scenario.seed != script.seed) {
      problems_.push_back({scenario.seed_at, "/seed",
                           "the seed " + text(*scenario.seed) + " is the second one",
                           seeded_by_ + " says " + text(*script.seed)});
    } else if (scenario.seed && !script.seed) {
      script.seed = scenario.seed;
      seeded_by_ = to_string(scenario.seed_at);
    }
  }

  void join_clock(const Scenario& scenario) {
    if (!scenario.clock) return;
    if (script.clock && !script.clock->same_as(*scenario.clock)) {
      problems_.push_back({scenario.clock->at, "/clock", "a second clock for one world",
                           "the first one is at " + to_string(script.clock->at)});
    } else if (!script.clock) {
      script.clock = scenario.clock;
    }
  }

  void join_record(const Scenario& scenario) {
    if (!scenario.record) return;
    if (script.record) {
      problems_.push_back({scenario.record->at, "/record", "one world is recorded once",
                           "the first 'record' is at " + to_string(script.record->at)});
      return;
    }
    script.record = scenario.record;
    auto& to = script.record->to;
    if (!to.empty()) to = scenario.file.parent_path() / to;
  }

  void join_replay(const Scenario& scenario) {
    if (!scenario.replay) return;
    if (script.replay) {
      problems_.push_back({scenario.replay->at, "/replay", "one world is answered from one file",
                           "the first 'replay' is at " + to_string(script.replay->at)});
      return;
    }
    script.replay = scenario.replay;
    auto& from = script.replay->options.from;
    from = scenario.file.parent_path() / from;
  }

  void join_states(const Scenario& scenario) {
    for (const auto& [name, initial] : scenario.machines.initial) {
      const auto& at = scenario.machines.places.at(name);
      const auto [first, is_new] = script.states.emplace(name, initial);
      if (is_new) {
        machines_[name] = at;
      } else if (first->second != initial) {
        problems_.push_back({at, "/state/" + input::escape_token(name),
                             "the machine " + input::quote(name) + " begins in two states",
                             to_string(machines_[name]) + " says " + input::quote(first->second)});
      }
    }
  }

  void join_rules(Scenario& scenario) {
    for (auto& rule : scenario.rules) {
      const auto [first, is_new] = ids_.emplace(rule.id, rule.at);
      if (!is_new) {
        problems_.push_back({rule.at, "", "the id " + input::quote(rule.id) + " is taken",
                             "the first rule with it is at " + to_string(first->second)});
      }
      script.rules.push_back(std::move(rule));
    }
  }

  std::vector<input::Problem>& problems_;
  std::string seeded_by_;
  std::map<std::string, input::Place> ids_, machines_;
};

/// Two worlds cannot share a key: which of them would be meant?
void check_keys(const std::vector<Scenario>& scenarios, std::vector<input::Problem>& problems) {
  std::map<std::string, const ScopeName*> owners;
  for (const auto& scenario : scenarios) {
    if (!scenario.scope) continue;
    for (const auto& key : scenario.scope->access_key_ids) {
      const auto [first, is_new] = owners.emplace(key, &*scenario.scope);
      if (is_new || first->second->name == scenario.scope->name) continue;
      problems.push_back({scenario.scope->at, "/scope/accessKeyIds",
                          "the access key id " + input::quote(key) + " belongs to the scope " +
                              input::quote(first->second->name),
                          "give each scope keys of its own"});
    }
  }
}

/// Nor a transcript.
void check_transcripts(const std::deque<Joiner>& worlds, std::vector<input::Problem>& problems) {
  std::map<std::filesystem::path, const RecordBlock*> taken;
  for (const auto& world : worlds) {
    const auto& record = world.script.record;
    if (!record || record->to.empty()) continue;
    const auto [first, is_new] = taken.emplace(record->to.lexically_normal(), &*record);
    if (is_new) continue;
    problems.push_back(
        {record->at, "/record/to", "another world is recorded there",
         "give it a file of its own; the first is at " + to_string(first->second->at)});
  }
}

}  // namespace

std::vector<Script> load_all(std::span<const std::filesystem::path> files,
                             const aws::ServiceModel& service, ReadExpect read_expect) {
  std::vector<input::Problem> problems;
  auto scenarios = read_all(files, service, read_expect, problems);
  check_keys(scenarios, problems);
  std::deque<Joiner> worlds;
  worlds.emplace_back(problems);
  for (auto& scenario : scenarios) {
    const auto same = [&](const Joiner& world) {
      return world.script.scope.has_value() == scenario.scope.has_value() &&
             (!scenario.scope || world.script.scope->name == scenario.scope->name);
    };
    auto world = std::find_if(worlds.begin(), worlds.end(), same);
    if (world == worlds.end()) world = std::prev((worlds.emplace_back(problems), worlds.end()));
    world->add(std::move(scenario));
  }
  check_transcripts(worlds, problems);
  if (!problems.empty()) throw input::BadInput(std::move(problems));
  std::vector<Script> scripts;
  for (auto& world : worlds) scripts.push_back(std::move(world.script));
  return scripts;
}

}  // namespace stunt::scenarios
