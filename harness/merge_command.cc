// SPDX-License-Identifier: MIT
#include "harness/merge_command.h"

#include <iostream>
#include <stdexcept>

#include <CLI/CLI.hpp>

#include "harness/output_file.h"
#include "recorder/merge/merge.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt merge run.jsonl run.tenant.jsonl -o all.jsonl
      a server's scopes in one file; stunt show all.jsonl
  stunt merge monday.jsonl tuesday.jsonl | stunt show /dev/stdin --attempts
Exchanges stand in the order of arrival on the scenario's clock and are numbered anew. Pseudonyms of
different recordings are told apart.)";

}  // namespace

MergeCommand::MergeCommand(CLI::App& app)
    : command_(app.add_subcommand("merge", "Make one transcript of several")) {
  command_->add_option("files", transcripts_, "Transcripts")->required()->type_name("FILE…");
  command_->add_option("-o,--output", output_, "File to write; stdout if not given")
      ->type_name("FILE");
  command_->add_flag("--overwrite", overwrite_, "Replace a file that has something in it");
  command_->footer(kExamples);
}

bool MergeCommand::is_given() const { return command_->parsed(); }

int MergeCommand::run() const {
  if (transcripts_.size() < 2) throw std::invalid_argument("merge needs two transcripts or more");
  OutputFile output(output_, overwrite_);
  const auto notes =
      recorder::merge_transcripts({transcripts_.begin(), transcripts_.end()}, output.stream());
  output.close();
  for (const auto& note : notes) std::cerr << "note: " << note << "\n";
  return 0;
}

}  // namespace stunt::harness
