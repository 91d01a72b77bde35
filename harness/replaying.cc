// SPDX-License-Identifier: MIT
#include "harness/replaying.h"

#include <algorithm>

#include "input/problem.h"

namespace stunt::harness {
namespace {

using scenarios::ReplayBlock;

constexpr std::size_t kMostNamed = 5;

[[noreturn]] void refuse(const input::Place& at, std::string pointer, std::string what,
                         std::string hint) {
  throw input::BadInput({{at, std::move(pointer), std::move(what), std::move(hint)}});
}

/// A call that the script makes itself, if it makes any.
const scenarios::ScriptCall* own_call_of(const scenarios::Script& script) {
  if (!script.setup.empty()) return &script.setup.front();
  for (const auto& step : script.steps) {
    if (step.call) return &*step.call;
  }
  return nullptr;
}

}  // namespace

std::optional<recorder::ReplayOptions> replay_options(const Settings& settings,
                                                      const scenarios::Script& script) {
  std::optional<recorder::ReplayOptions> options;
  if (script.replay) options = script.replay->options;
  if (settings.replay && !script.scope) {
    if (!options) options.emplace(*settings.replay);
    options->from = settings.replay->from;
  }
  if (!options) return std::nullopt;
  for (const auto& change : settings.replay_changes) change(*options);
  return options;
}

void check_replay(const Engine& engine, const Settings& settings, const scenarios::Script& script) {
  using Missed = ReplayBlock::Missed;
  if (!engine.replay) return;
  const bool asks = settings.replay && settings.replay->on_miss == recorder::OnMiss::engine;
  if (const auto& block = script.replay; block && asks) {
    const bool records = block->missed == Missed::proxy_and_record;
    if ((records || block->missed == Missed::proxy) && engine.behind != "upstream") {
      refuse(block->at, "/replay/onMiss", "there is no upstream to ask for what was not recorded",
             "add --upstream URL, or write emulate");
    }
    if (records && settings.record.to.empty()) {
      refuse(block->at, "/replay/onMiss", "nothing says where the upstream's answers go",
             "record to a file, or write proxy");
    }
  }
  if (!engine.behind.empty()) return;
  if (const auto* call = own_call_of(script)) {
    refuse(call->at, "",
           "the script makes calls of its own, and answers come from a transcript alone",
           "leave them out, or have an engine behind the replay: onMiss: emulate in the file, or "
           "--replay-on-miss engine");
  }
}

aws::Json health_of(const recorder::Replay& replay) {
  const auto status = replay.status();
  return {{"recordings", status.recordings},
          {"played", status.played},
          {"misses", status.misses},
          {"askedEngine", status.beyond},
          {"conflicts", status.conflicts}};
}

std::string unused_line(const recorder::Replay& replay) {
  const auto unused = replay.unused();
  if (unused.empty()) return {};
  auto line = std::to_string(unused.size()) + " of " + std::to_string(replay.status().recordings) +
              " recordings were not asked for: ";
  for (std::size_t i = 0; i < std::min(unused.size(), kMostNamed); ++i) {
    const auto& [seq, operation, secret] = unused[i];
    line += (i == 0 ? "seq " : ", seq ") + std::to_string(seq) + " " +
            (operation.empty() ? "unknown operation" : operation) +
            (secret.empty() ? "" : " " + secret);
  }
  if (unused.size() > kMostNamed) {
    line += ", and " + std::to_string(unused.size() - kMostNamed) + " more";
  }
  return line;
}

}  // namespace stunt::harness
