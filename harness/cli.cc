// SPDX-License-Identifier: MIT
#include "harness/cli.h"

#include <iostream>

#include <CLI/CLI.hpp>

#include "harness/check_command.h"
#include "harness/config.h"
#include "harness/drift/diff_command.h"
#include "harness/drift/replay_command.h"
#include "harness/export_command.h"
#include "harness/flags.h"
#include "harness/import_command.h"
#include "harness/key_command.h"
#include "harness/merge_command.h"
#include "harness/run/run_command.h"
#include "harness/serve.h"
#include "harness/show/show_command.h"
#include "harness/state_command.h"
#include "harness/usage.h"
#include "harness/version.h"
#include "input/problem.h"

namespace stunt::harness {
namespace {

constexpr int kFailed = 1;
constexpr int kBroken = 2;

constexpr const char* kServeExamples = R"(Examples:
  stunt serve
      the emulator on http://127.0.0.1:4566
  stunt serve --record run.jsonl
      the same, and a transcript of what goes by; look at it with: stunt show run.jsonl
  stunt serve --record run.jsonl --record-mode new_episodes
      answers from run.jsonl, and records behind it what it does not have
  stunt serve --record run.jsonl --record-mode all --record-rotate 100MB
      full files are set aside as run.1.jsonl, run.2.jsonl, ...
  stunt serve --record run.jsonl --seal-key-file team.key
      and the secrets in it encrypted, for those who have the key
  stunt serve --replay run.jsonl
      answers from that transcript
  stunt serve --replay run.jsonl --replay-order strict --replay-timing recorded
      the same, in the order and as late as it was recorded
  stunt serve --replay run.jsonl --replay-on-miss engine --replay-exhausted repeatLast
      the same, and the emulator answers what was not recorded
  stunt serve --scenario scenarios/library/throttled-then-fine.yaml --seed 7
      the emulator, with what the rules of the file say going wrong
  stunt serve --auth verify --auth-keys keys.yaml
      the emulator, for clients that sign with one of the keys
  stunt serve --fixtures examples/fixtures.yaml --state DIR
      secrets that are there at the start, and all that become others are kept over restarts
  stunt serve --upstream https://secretsmanager.eu-west-1.amazonaws.com \
              --upstream-credentials env --record aws.jsonl
      in front of AWS, and a transcript of what goes by
  stunt serve --host 0.0.0.0 --admin-token-file token
      for other machines too; who drives it over /_stunt/v1 has to bring the token
  stunt serve --port 0 --ready-file /tmp/stunt.url
      on a free port, whose address a script finds in the file
  stunt serve --port 0 --ready-fd 3 --exit-with-parent 3> ready.json
      the same for a test's setup: address and key as JSON, and no server that is left behind)";

int run_serve(const std::string& config, const Flags& given) {
  Settings settings;
  if (!config.empty()) read_config(config, settings);
  given.apply_to(settings);
  start_logging(settings.log_level);
  return serve(settings);
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app(
      "stunt stands in for AWS Secrets Manager and takes the falls: it emulates, records, "
      "replays,\nand injects errors and delays as scenario files say.");
  app.name("stunt");
  app.set_version_flag("--version", "stunt " + std::string(kVersion));
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);

  Flags given;
  std::string config;
  auto* serving = app.add_subcommand("serve", "Serve until SIGINT or SIGTERM");
  serving
      ->add_option("--config", config, "YAML file with any of these settings; flags go before it")
      ->type_name("FILE");
  given.add_to(*serving);
  serving->footer(kServeExamples);

  const CheckCommand check(app);
  const ShowCommand show(app);
  const RunCommand running(app, argc, argv);
  const StateCommand state(app);
  const ExportCommand exporting(app);
  const ImportCommand importing(app);
  const KeyCommand key(app);
  const ReplayCommand replaying(app);
  const DiffCommand diffing(app);
  const MergeCommand merging(app);

  try {
    app.parse(running.own_words(), argv);
    if (*serving) return run_serve(config, given);
    if (running.is_given()) return running.run();
    if (check.is_given()) return check.run();
    if (state.is_given()) return state.run();
    if (exporting.is_given()) return exporting.run();
    if (importing.is_given()) return importing.run();
    if (key.is_given()) return key.run();
    if (replaying.is_given()) return replaying.run();
    if (diffing.is_given()) return diffing.run();
    if (merging.is_given()) return merging.run();
    return show.run();
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    const auto word = misspelt(app, running.own_words(), argv);
    std::cerr << "stunt: " << (word.empty() ? error.what() : word) << "\n"
              << "Run with --help for more information.\n";
    return kBroken;
  } catch (const input::BadInput& broken) {
    std::cerr << broken.what() << "\n";
    return kBroken;
  } catch (const std::invalid_argument& usage) {
    std::cerr << "stunt: " << usage.what() << "\n";
    return kBroken;
  } catch (const std::exception& error) {
    std::cerr << "stunt: " << error.what() << "\n";
    return kFailed;
  }
}

}  // namespace stunt::harness
