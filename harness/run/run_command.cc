// SPDX-License-Identifier: MIT
#include "harness/run/run_command.h"

#include <algorithm>
#include <iostream>
#include <stdexcept>
#include <string_view>

#include <CLI/CLI.hpp>

#include "harness/run/run.h"
#include "input/problem.h"
#include "input/shell_word.h"
#include "verdict/verdict.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt run scenarios/library/lost-create.yaml -- python3 -m pytest tests
      the command finds the stand-in by AWS_ENDPOINT_URL_SECRETS_MANAGER (or STUNT_ENDPOINT)
  stunt run --seed 7 --report junit=verdict.xml storm.yaml -- ./client
      with another seed, and a report for a CI
  stunt run --record run.jsonl storm.yaml -- ./client
      and a transcript of all calls; look at it with: stunt show run.jsonl
  stunt run --record run.jsonl --record-mode all --no-record-on-error storm.yaml -- ./client
      and keeps the transcript only if the run passes
  stunt run rotation.yaml
      only the steps of the file
Formats of reports: text, json, junit, tap, markdown.
Exit code 0 if all is as expected, 1 if not, 2 if a file is broken or its setup refused, 3 if
nothing can be said, 130 if it was interrupted.)";

}  // namespace

RunCommand::RunCommand(CLI::App& app, int argc, char** argv)
    : command_(app.add_subcommand(
          "run",
          "Serve, run a command beside it, and judge what happened; all words behind -- are "
          "the command's")),
      own_words_(argc) {
  command_->add_option("files", files_, "Scenario files")->required()->type_name("FILE");
  command_->add_option("--report", reports_, "Also write a report; any number")
      ->type_name("FORMAT=FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command_->add_option("--color", color_, "auto, always or never (auto)")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  flags_.add_to(*command_);
  command_->footer(kExamples);

  const auto end = argv + argc;
  if (argc < 2 || argv[1] != std::string_view("run")) return;
  const auto dashes = std::find(argv, end, std::string_view("--"));
  own_words_ = static_cast<int>(dashes - argv);
  if (dashes != end) words_.assign(dashes + 1, end);
}

bool RunCommand::is_given() const { return command_->parsed(); }

int RunCommand::run() const {
  RunOptions options;
  options.settings.port = 0;
  options.settings.log_level = "warning";
  flags_.apply_to(options.settings);
  options.settings.scenarios.insert(options.settings.scenarios.begin(), files_.begin(),
                                    files_.end());
  options.command = words_;
  for (const auto& report : reports_) options.reports.push_back(read_report(report));
  options.color = color_;
  options.again = again();
  start_logging(options.settings.log_level);
  try {
    return harness::run(options);
  } catch (const input::BadInput&) {
    throw;
  } catch (const std::runtime_error& error) {
    // A client that could not be tried has not failed.
    std::cerr << "stunt: " << error.what() << "\n";
    return verdict::exit_code(verdict::Status::error);
  }
}

std::string RunCommand::again() const {
  std::string text;
  for (const auto& word : flags_.words_but({"seed", "admin-token"}))
    text += " " + input::shell_word(word);
  for (const auto& file : files_) text += " " + input::shell_word(file);
  if (!words_.empty()) text += " --";
  for (const auto& word : words_) text += " " + input::shell_word(word);
  return text;
}

}  // namespace stunt::harness
