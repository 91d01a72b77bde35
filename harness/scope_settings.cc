// SPDX-License-Identifier: MIT
#include "harness/scope_settings.h"

#include <algorithm>
#include <string>

#include "harness/auth.h"
#include "harness/replaying.h"
#include "harness/upstream/address.h"

namespace stunt::harness {

Settings settings_for(const Settings& settings, const scenarios::Script& script) {
  auto own = with_keys(settings);
  if (own.upstream.is_given()) {
    // An endpoint of AWS is for one Region.
    const auto region = std::string(read_address(own.upstream.url).region());
    if (!region.empty()) own.region = region;
  }
  own.replay = replay_options(settings, script);
  own.record = record_settings(settings, script);
  if (!script.scope) return own;
  own.state.reset();
  own.fixtures.clear();
  return own;
}

Settings settings_for(Settings settings, const Recording& recording) {
  settings.replay = recording.replay;
  settings.replay_over_engine = recording.replays_record;
  return settings;
}

world::Random random_for(std::uint64_t seed, const scenarios::Script& script) {
  const world::Random random(seed);
  return script.scope ? world::Random(random.draw({"scope", script.scope->name}, 0)) : random;
}

verdict::Journal::Limits journal_limits(const Settings& settings) {
  if (settings.judged) return {};
  constexpr std::size_t kLookedAt = 64u << 20;
  constexpr std::size_t kForSteps = 1000;
  return {settings.journal > 0 ? settings.journal : kForSteps, kLookedAt};
}

bool looks_back(const std::vector<scenarios::Rule>& rules) {
  aws::Terms terms;
  for (const auto& rule : rules) {
    for (const auto& action : rule.then) action.fault->set_terms(terms);
  }
  return terms.lag > world::Duration(0) || terms.versions_back > 0 ||
         terms.visible_after > world::Duration(0);
}

}  // namespace stunt::harness
