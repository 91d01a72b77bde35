// SPDX-License-Identifier: MIT
#include "harness/embedded/rehearsal.h"

#include <algorithm>
#include <sstream>

#include "harness/embedded/scope_parts.h"
#include "harness/run/judge.h"
#include "harness/script/step_runner.h"
#include "verdict/report/report.h"

namespace stunt::embedded {
namespace {

harness::Settings settings_for(const std::string& file, std::optional<std::uint64_t> seed) {
  harness::Settings settings;
  settings.port = 0;
  settings.judged = true;
  settings.seed = seed;
  settings.scenarios = {file};
  return settings;
}

/// The world that the file plays in.
harness::Scopes::Held played(const harness::Stage& stage) {
  const auto all = stage.scopes().all();
  return *std::find_if(all.begin(), all.end(),
                       [](const auto& scope) { return !scope->script().files.empty(); });
}

}  // namespace

std::string rehearse(const std::string& file, std::optional<std::uint64_t> seed,
                     const ScenarioClient& client) {
  harness::Stage stage(settings_for(file, seed));
  LocalCalls local;
  const auto world = played(stage);
  stage.start();
  std::optional<verdict::Exit> exit;
  if (client) {
    const auto parts =
        std::make_shared<Scope::Parts>(stage, local, world, Scope::Parts::Ends::with_its_stage);
    exit = verdict::Exit{verdict::Exit::How::exited, client(Scope(parts))};
    parts->settle();
    world->steps().clients_left();
  }
  world->steps().join();
  stage.stop(world::Duration(0));
  const auto verdict = harness::judge(*world, exit, "");
  world->settle_transcript(verdict.status == verdict::Status::pass);
  if (verdict.status == verdict::Status::pass) return {};
  std::ostringstream out;
  verdict::report::write_text(verdict, out);
  return out.str();
}

}  // namespace stunt::embedded
