// SPDX-License-Identifier: MIT
#include "harness/emulation.h"

#include <iostream>
#include <memory>
#include <optional>

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "emulator/secrets_manager.h"
#include "state/fixtures/load.h"
#include "state/keeper.h"
#include "state/state_file.h"

namespace stunt::harness {
namespace {

/// Where secrets are kept. The vault goes first.
struct Memory {
  explicit Memory(const Settings& settings)
      : file(*settings.state, settings.state_sync, state::StateFile::Absent::make),
        run(file.begin_run()),
        keeper(file, [](const std::string& reason) {
          if (reason.empty()) {
            spdlog::info("the state is kept again");
          } else {
            spdlog::error("the state cannot be kept, writes are answered with an error: {}",
                          reason);
          }
        }) {}

  state::StateFile file;
  const std::uint64_t run;
  state::Keeper keeper;
};

/// Ordinals begin at 1 in every run, but an id that a run gave away stays given away: each run over
/// a state file draws ids of its own. The first draws what a server without one does.
world::Random ids_of(world::Random random, const std::optional<Memory>& memory) {
  if (!memory || memory->run == 1) return random;
  return world::Random(random.draw({"run"}, memory->run));
}

emulator::Settings chosen(const Settings& settings) {
  emulator::Settings chosen{.region = settings.region,
                            .account = settings.account,
                            .force_delete_lag = settings.force_delete_lag,
                            .deleted_date = settings.deleted_date,
                            .replication_lag = settings.replication_lag};
  for (const auto& key : settings.auth.keys) {
    if (!key.account.empty()) chosen.accounts[key.access_key_id] = key.account;
  }
  return chosen;
}

struct Emulation {
  Emulation(const Settings& settings, const world::Clock& clock, world::Random random,
            emulator::Ports ports)
      : memory(settings.state ? std::optional<Memory>(std::in_place, settings) : std::nullopt),
        service(chosen(settings), clock, ids_of(random, memory), std::move(ports)) {}

  std::optional<Memory> memory;
  emulator::SecretsManager service;
};

/// A million takes a while; whoever sits before a terminal wants to see it move.
void show_progress(std::size_t read) {
  constexpr std::size_t kStep = 20'000;
  if (read < kStep || read % kStep != 0 || ::isatty(STDERR_FILENO) == 0) return;
  std::cerr << "\r  fixtures: " << read << " read" << std::flush;
}

std::string count(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string recall(Emulation& emulation, const Settings& settings, world::Instant now) {
  auto& memory = *emulation.memory;
  auto& vault = emulation.service.vault();
  const auto restored = memory.keeper.restore(vault.open().shelves, now);
  vault.keep_in(memory.keeper);
  return "state in " + settings.state->string() + ": " + count(restored, "secret") + ", run " +
         std::to_string(memory.run);
}

std::string load(Emulation& emulation, const Settings& settings, world::Instant now,
                 world::Random random) {
  // Broken fixtures leave nothing behind.
  std::optional<state::StateFile::Trial> trial;
  if (emulation.memory) trial.emplace(emulation.memory->file);
  const auto loaded =
      state::load_fixtures(settings.fixtures, emulation.service.vault(),
                           {{settings.region, settings.account}, now, random, show_progress});
  if (trial) trial->keep();
  auto line = "fixtures: " + count(loaded.added, "secret");
  if (loaded.there > 0) {
    line += ", and " + std::to_string(loaded.there) + " left as they were in the state";
  }
  return line;
}

aws::Json health_of(const Emulation& emulation, const Settings& settings) {
  aws::Json health = {{"path", settings.state->string()}, {"run", emulation.memory->run}};
  const auto error = emulation.memory->keeper.error();
  if (!error.empty()) health["error"] = error;
  return health;
}

}  // namespace

Engine emulate(const Settings& settings, const world::Clock& clock, world::Random random,
               emulator::Ports ports) {
  auto emulation = std::make_shared<Emulation>(settings, clock, random, std::move(ports));
  Engine engine{"emulator",
                {std::string("answers come from the emulator") +
                 (settings.auth.verify ? ", for those who sign with one of its keys" : "")},
                [emulation](const aws::Call& call) { return emulation->service.answer(call); },
                {emulation, &emulation->service}};
  if (settings.state) {
    engine.description.push_back(recall(*emulation, settings, clock.now()));
    engine.state = [emulation, settings] { return health_of(*emulation, settings); };
    engine.close = [emulation] { return emulation->service.vault().commit(); };
  }
  if (!settings.fixtures.empty()) {
    engine.description.push_back(load(*emulation, settings, clock.now(), random));
  }
  return engine;
}

emulator::Stock stock_of_fixtures(const Settings& settings, world::Instant now,
                                  world::Random random) {
  if (settings.fixtures.empty()) return {};
  emulator::Vault vault(settings.replication_lag);
  state::load_fixtures(settings.fixtures, vault,
                       {{settings.region, settings.account}, now, random, {}});
  return emulator::take_stock(vault, now);
}

}  // namespace stunt::harness
