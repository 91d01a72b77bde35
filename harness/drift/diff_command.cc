// SPDX-License-Identifier: MIT
#include "harness/drift/diff_command.h"

#include <CLI/CLI.hpp>

#include "emulator/model/secrets_manager.h"
#include "recorder/drift/diff.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt diff monday.jsonl tuesday.jsonl
      what the clients of the two runs asked and were told differently
  stunt diff aws.jsonl emulator.jsonl --severity status,error,schema
      values may differ, types and errors may not
  stunt diff --json a.jsonl b.jsonl | jq 'select(.result != "equal")'
Exchanges are paired by operation, secret and body, whatever their order; ids and secrets by what
they stand for. Exit code 0 if nothing differs, 1 if something that counts does, 2 for wrong usage
or a broken file.)";

}  // namespace

DiffCommand::DiffCommand(CLI::App& app)
    : command_(app.add_subcommand("diff", "Compare two transcripts")) {
  command_->add_option("file", recorded_, "Transcript")->required()->type_name("FILE");
  command_->add_option("other", other_, "Another one")->required()->type_name("FILE");
  drift_ = std::make_unique<DriftOptions>(*command_);
  command_->footer(kExamples);
}

bool DiffCommand::is_given() const { return command_->parsed(); }

int DiffCommand::run() const {
  const auto rules = drift_->rules();
  const auto counting = drift_->counting();
  const auto printer = drift_->printer();
  const auto totals =
      recorder::diff_transcripts(recorded_, other_, emulator::secrets_manager(), rules, *printer);
  return totals.is_failure(counting) ? 1 : 0;
}

}  // namespace stunt::harness
