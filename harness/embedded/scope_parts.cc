// SPDX-License-Identifier: MIT
#include "harness/embedded/scope_parts.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/guest.h"
#include "harness/script/step_runner.h"
#include "scenarios/load.h"
#include "verdict/expectation.h"

namespace stunt {
namespace {

/// The file's script, in a world of its own whatever it says itself.
scenarios::Script script_of(const std::string& file) {
  if (file.empty()) return {};
  const std::array<std::filesystem::path, 1> files = {file};
  auto scripts = scenarios::load_all(files, emulator::secrets_manager(), verdict::read_expect);
  auto script = std::move(scripts.back());
  for (const auto& rule : script.rules) {
    const bool refuses = std::any_of(rule.then.begin(), rule.then.end(),
                                     [](const auto& action) { return action.kind == "refuse"; });
    if (!refuses) continue;
    throw std::invalid_argument(file + ": the rule '" + rule.id +
                                "' refuses connections, whosever they are; play it on a server of "
                                "its own: ServerOptions::scenarios");
  }
  return script;
}

void check_name(const std::string& name) {
  const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '_' || c == '-';
  });
  if (is_plain && name.size() <= 64 && name != "." && name != ".." && name != "default") return;
  throw std::invalid_argument("'" + name +
                              "' cannot be a scope's name; use 1 to 64 letters, digits, '.', '_' "
                              "and '-', and another one than 'default'");
}

}  // namespace

Scope::Parts::Parts(harness::Stage& stage_, embedded::LocalCalls& local_,
                    harness::Scopes::Held world_, Ends ends_)
    : stage(stage_),
      local(local_),
      world(std::move(world_)),
      ends(ends_),
      is_declared(world->script().scope.has_value()),
      endpoint(stage.endpoints().front() + (is_declared ? "/s/" + world->name() : "")),
      access_key_id(world->access_key_ids().empty() ? embedded::access_key_of(world->name())
                                                    : world->access_key_ids().front()),
      secret_access_key(harness::make_secret_access_key()) {}

Scope::Parts::~Parts() {
  world->engine_seat().leave();
  if (ends == Ends::with_its_parts) stage.remove(world->name());
}

void Scope::Parts::settle() const {
  // A connection that was made is taken, then read, then answered: once around for each.
  for (int i = 0; i < 3; ++i) stage.settle();
}

harness::Scopes::Held embedded::declare(harness::Stage& stage, const ScopeOptions& options,
                                        std::uint64_t number) {
  auto script = script_of(options.scenario);
  const auto name = options.name.empty() ? stage.scopes().free_name(number) : options.name;
  check_name(name);
  script.scope = scenarios::ScopeName{name, {access_key_of(name)}, {}};
  if (options.virtual_clock) {
    if (!script.clock) script.clock.emplace();
    script.clock->mode = scenarios::ClockSettings::Mode::movable;
  }
  auto scope = stage.declare(std::move(script), {.seed = options.seed});
  scope->remember_history();
  return scope;
}

std::string embedded::access_key_of(const std::string& scope) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string key = "AKIASTUNT";
  auto drawn = world::Random(0).draw({"access-key", scope}, 0);
  for (int i = 0; i < 11; ++i, drawn >>= 5) key += kLetters[drawn & 31];
  return key;
}

}  // namespace stunt
