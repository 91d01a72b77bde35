// SPDX-License-Identifier: MIT
#include "harness/check_command.h"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include "emulator/model/secrets_manager.h"
#include "harness/check_transcript.h"
#include "input/problem.h"
#include "scenarios/lint/lint.h"
#include "verdict/expectation.h"

namespace stunt::harness {
namespace {

constexpr int kBroken = 2;

constexpr const char* kExamples = R"(Examples:
  stunt check scenarios/library/*.yaml
      a line for each: good, 1 rule, 0 steps, 0 expectations
  stunt check --strict storm.yaml
      for a CI: warnings fail it too
  stunt check run.jsonl
      a transcript: that it can be read, and that nothing in it looks like a secret
A warning is about what loads but does nothing, or not what it seems to do: a rule behind one that
takes all of its calls, a window on a clock that stands still, an expectation that always holds.
Exit code 0 if every file is good, 1 if a transcript seems to hold a secret, 2 if a file is broken
or if there is a warning with --strict.)";

std::string counted(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

}  // namespace

CheckCommand::CheckCommand(CLI::App& app)
    : command_(app.add_subcommand(
          "check", "Say what is wrong with scenario files and transcripts, and where")) {
  command_->add_option("files", files_, "Scenario files, transcripts")
      ->required()
      ->type_name("FILE");
  command_->add_flag("--strict", strict_, "Exit with 2 if there are warnings");
  command_->footer(kExamples);
}

bool CheckCommand::is_given() const { return command_->parsed(); }

int CheckCommand::run() const {
  int code = 0;
  for (const auto& file : files_) {
    const int found = is_transcript(file) ? check_transcript(file) : check(file) ? 0 : kBroken;
    code = std::max(code, found);
  }
  return code;
}

bool CheckCommand::check(const std::string& file) const {
  try {
    const auto checked = scenarios::check(file, emulator::secrets_manager(), verdict::read_expect);
    const auto& scenario = checked.scenario;
    std::cout << file << ": good, " << counted(scenario.rules.size(), "rule") << ", "
              << counted(scenario.steps.size(), "step") << ", "
              << counted(scenario.expect.size(), "expectation") << std::endl;
    for (const auto& warning : checked.warnings)
      std::cerr << scenarios::to_warning(warning) << "\n";
    return checked.warnings.empty() || !strict_;
  } catch (const input::BadInput& broken) {
    std::cerr << broken.what() << "\n";
    return false;
  }
}

}  // namespace stunt::harness
