// SPDX-License-Identifier: MIT
#include "harness/cli.h"

#include <iostream>
#include <map>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "emulator/model/secrets_manager.h"
#include "harness/config.h"
#include "harness/options.h"
#include "harness/serve.h"
#include "harness/state_command.h"
#include "harness/usage.h"
#include "harness/version.h"
#include "input/problem.h"
#include "recorder/show.h"
#include "scenarios/load.h"

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

constexpr const char* kCheckExamples = R"(Examples:
  stunt check scenarios/library/*.yaml
Exit code 0 if every file is good, 2 if one is broken.)";

constexpr const char* kShowExamples = R"(Examples:
  stunt show run.jsonl
  stunt show --color always run.jsonl | less -R
The gap of a retry is counted from the end of the answer before it, that of any other call from the
arrival before it.)";

/// What was written on the command line, per option.
using Given = std::map<const Option*, std::vector<std::string>>;

void add_flags(CLI::App& command, Given& given) {
  for (const auto& option : options()) {
    const auto flag = "--" + std::string(option.name);
    CLI::Option* added = nullptr;
    switch (option.form) {
      case Option::Form::mark:
        added = command.add_flag_callback(
            flag, [&given, &option] { given[&option] = {"true"}; }, std::string(option.help));
        break;
      case Option::Form::value:
        added = command.add_option_function<std::string>(
            flag, [&given, &option](const std::string& text) { given[&option] = {text}; },
            std::string(option.help));
        break;
      case Option::Form::list:
        added = command.add_option_function<std::vector<std::string>>(
            flag,
            [&given, &option](const std::vector<std::string>& texts) { given[&option] = texts; },
            std::string(option.help));
        added->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        break;
    }
    if (option.form != Option::Form::mark) added->type_name(std::string(option.metavar));
  }
}

void apply(const Given& given, Settings& settings) {
  for (const auto& [option, texts] : given) {
    try {
      option->set(settings, texts);
    } catch (const std::invalid_argument& wrong) {
      throw std::invalid_argument("--" + std::string(option->name) + ": " + wrong.what());
    }
  }
}

void start_logging(const std::string& level) {
  // Answers of the program go to stdout, what it has to say about itself to stderr.
  auto logger = spdlog::stderr_color_mt("stunt");
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(logger);
}

int run_serve(const std::string& config, const Given& given) {
  Settings settings;
  if (!config.empty()) read_config(config, settings);
  apply(given, settings);
  start_logging(settings.log_level);
  return serve(settings);
}

int run_check(const std::vector<std::string>& files) {
  int code = 0;
  for (const auto& file : files) {
    try {
      const auto scenario = scenarios::load(file, emulator::secrets_manager());
      std::cout << file << ": good, " << scenario.rules.size()
                << (scenario.rules.size() == 1 ? " rule\n" : " rules\n");
    } catch (const input::BadInput& broken) {
      std::cerr << broken.what() << "\n";
      code = kBroken;
    }
  }
  return code;
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

  Given given;
  std::string config;
  auto* serving = app.add_subcommand("serve", "Serve until SIGINT or SIGTERM");
  serving
      ->add_option("--config", config, "YAML file with any of these settings; flags go before it")
      ->type_name("FILE");
  add_flags(*serving, given);
  serving->footer(kServeExamples);

  std::vector<std::string> scenario_files;
  auto* check = app.add_subcommand("check", "Say what is wrong with scenario files, and where");
  check->add_option("files", scenario_files, "Scenario files")->required()->type_name("FILE");
  check->footer(kCheckExamples);

  std::string transcript, color = "auto";
  auto* show = app.add_subcommand("show", "Print a transcript as a table");
  show->add_option("file", transcript, "Transcript")->required()->type_name("FILE");
  show->add_option("--color", color, "auto, always or never (auto)")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  show->footer(kShowExamples);

  const StateCommand state(app);

  try {
    app.parse(argc, argv);
    if (*serving) return run_serve(config, given);
    if (*check) return run_check(scenario_files);
    if (state.is_given()) return state.run();
    return run_show(transcript, color);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    const auto word = misspelt(app, argc, argv);
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
