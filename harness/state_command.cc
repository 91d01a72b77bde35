// SPDX-License-Identifier: MIT
#include "harness/state_command.h"

#include <iostream>

#include <CLI/CLI.hpp>

#include "emulator/vault.h"
#include "harness/settings.h"
#include "state/keeper.h"
#include "state/transfer.h"

namespace stunt::harness {
namespace {

constexpr const char* kExportExamples = R"(Examples:
  stunt state export DIR > state.json
      every secret of `stunt serve --state DIR`, which must not run meanwhile, without its values
  stunt state export DIR --reveal > state.json
      with its values, in plain text)";

constexpr const char* kImportExamples = R"(Examples:
  stunt state import DIR state.json
      what `stunt state export --reveal` wrote
  stunt state import DIR examples/fixtures.yaml
      fixtures, as `stunt serve --fixtures` takes them
A secret whose name is there already is left as it is. If anything is wrong, nothing is imported.)";

}  // namespace

StateCommand::StateCommand(CLI::App& app)
    : state_(app.add_subcommand("state", "Export or import what `stunt serve --state` keeps")) {
  state_->require_subcommand(1);
  export_ = state_->add_subcommand("export", "Print a state as JSON");
  export_->add_option("dir", directory_, "Directory of the state")->required()->type_name("DIR");
  export_->add_flag("--reveal", reveal_, "With the values, in plain text");
  export_->footer(kExportExamples);
  auto* import = state_->add_subcommand("import", "Put secrets into a state");
  import->add_option("dir", directory_, "Directory of the state")->required()->type_name("DIR");
  import->add_option("file", file_, "Export or fixtures")->required()->type_name("FILE");
  import->footer(kImportExamples);
}

bool StateCommand::is_given() const { return state_->parsed(); }

int StateCommand::run() const { return export_->parsed() ? run_export() : run_import(); }

int StateCommand::run_export() const {
  state::StateFile file(directory_, state::Sync::normal, state::StateFile::Absent::refuse);
  state::export_state(file, std::cout, reveal_ ? state::Values::revealed : state::Values::omitted);
  std::cout.flush();
  if (!std::cout) throw std::runtime_error("the export could not be written");
  std::cerr << (reveal_ ? "values are in plain text\n"
                        : "values are left out; --reveal has them, in plain text\n");
  return 0;
}

int StateCommand::run_import() const {
  const world::SystemClock clock;
  const Settings defaults;
  state::StateFile file(directory_, state::Sync::full, state::StateFile::Absent::make);
  state::Keeper keeper(file);
  emulator::Vault vault;
  keeper.restore(vault.open().shelves, clock.now());
  vault.keep_in(keeper);

  state::StateFile::Trial trial(file);
  const std::filesystem::path files[] = {file_};
  const auto loaded = state::is_export(file_)
                          ? state::import_state(file_, vault, clock.now())
                          : state::load_fixtures(files, vault,
                                                 {{defaults.region, defaults.account},
                                                  clock.now(),
                                                  world::Random(defaults.seed.value_or(0)),
                                                  {}});
  trial.keep();
  std::cout << directory_ << ": " << loaded.added << " imported, " << loaded.there
            << " left as they were\n";
  return 0;
}

}  // namespace stunt::harness
