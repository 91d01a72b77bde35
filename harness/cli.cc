// SPDX-License-Identifier: MIT
#include "harness/cli.h"

#include <iostream>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "harness/check_command.h"
#include "harness/config.h"
#include "harness/export_command.h"
#include "harness/flags.h"
#include "harness/import_command.h"
#include "harness/run/run_command.h"
#include "harness/serve.h"
#include "harness/state_command.h"
#include "harness/usage.h"
#include "harness/version.h"
#include "input/problem.h"
#include "recorder/show/show.h"

namespace stunt::harness {
namespace {

constexpr int kFailed = 1;
constexpr int kBroken = 2;

constexpr const char* kServeExamples = R"(Examples:
  stunt serve
      the emulator on http://127.0.0.1:4566
  stunt serve --record run.jsonl
      the same, and a transcript of what goes by; look at it with: stunt show run.jsonl
  stunt serve --replay run.jsonl
      answers from that transcript
  stunt serve --scenario scenarios/library/throttled-then-fine.yaml --seed 7
      the emulator, with what the rules of the file say going wrong
  stunt serve --auth verify --auth-keys keys.yaml
      the emulator, for clients that sign with one of the keys
  stunt serve --fixtures examples/fixtures.yaml --state DIR
      secrets that are there at the start, and all that become others are kept over restarts
  stunt serve --port 0 --ready-file /tmp/stunt.url
      on a free port, whose address a script finds in the file)";

constexpr const char* kShowExamples = R"(Examples:
  stunt show run.jsonl
  stunt show --color always run.jsonl | less -R
The gap of a retry is counted from the end of the answer before it, that of any other call from the
arrival before it.)";

int run_serve(const std::string& config, const Flags& given) {
  Settings settings;
  if (!config.empty()) read_config(config, settings);
  given.apply_to(settings);
  start_logging(settings.log_level);
  return serve(settings);
}

int run_show(const std::string& file, const std::string& color) {
  const bool terminal = ::isatty(STDOUT_FILENO) != 0 && !std::getenv("NO_COLOR");
  recorder::ShowOptions show_options;
  show_options.color = color == "always" || (color == "auto" && terminal);
  recorder::show(file, std::cout, show_options);
  return 0;
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

  std::string transcript, color = "auto";
  auto* show = app.add_subcommand("show", "Print a transcript as a table");
  show->add_option("file", transcript, "Transcript")->required()->type_name("FILE");
  show->add_option("--color", color, "auto, always or never (auto)")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  show->footer(kShowExamples);

  const RunCommand running(app, argc, argv);
  const StateCommand state(app);
  const ExportCommand exporting(app);
  const ImportCommand importing(app);

  try {
    app.parse(running.own_words(), argv);
    if (*serving) return run_serve(config, given);
    if (running.is_given()) return running.run();
    if (check.is_given()) return check.run();
    if (state.is_given()) return state.run();
    if (exporting.is_given()) return exporting.run();
    if (importing.is_given()) return importing.run();
    return run_show(transcript, color);
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
