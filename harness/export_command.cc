// SPDX-License-Identifier: MIT
#include "harness/export_command.h"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include "emulator/model/secrets_manager.h"
#include "harness/output_file.h"
#include "recorder/formats/export.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt export run.jsonl --to har -o run.har
      for the network panel of a browser
  stunt export run.jsonl --to scenario -o again.yaml
      rules that do the same again: stunt serve --scenario again.yaml
  stunt export run.jsonl --to curl | sh
      the requests, sent to http://127.0.0.1:4566
  stunt export run.jsonl --to wiremock -o mappings.json
      stubs for WireMock
  stunt export run.jsonl --to otlp | curl -H content-type:application/json --data-binary @- \
        http://localhost:4318/v1/traces
      spans for an OpenTelemetry collector
What the format cannot say is told on stderr. Secrets are pseudonyms, as in the transcript;
those of a transcript that was recorded with --reveal are in the clear.)";

}  // namespace

ExportCommand::ExportCommand(CLI::App& app)
    : command_(app.add_subcommand("export", "Write a transcript in another format")) {
  const auto names = recorder::export_format_names();
  command_->add_option("file", transcript_, "Transcript")->required()->type_name("FILE");
  command_->add_option("--to", format_, "har, wiremock, curl, scenario or otlp")
      ->required()
      ->type_name("FORMAT")
      ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
  command_->add_option("-o,--output", output_, "File to write; stdout if not given")
      ->type_name("FILE");
  command_->add_flag("--overwrite", overwrite_, "Replace a file that has something in it");
  command_->footer(kExamples);
}

bool ExportCommand::is_given() const { return command_->parsed(); }

int ExportCommand::run() const {
  const auto names = recorder::export_format_names();
  const auto format = static_cast<recorder::ExportFormat>(
      std::find(names.begin(), names.end(), format_) - names.begin());
  OutputFile output(output_, overwrite_);
  recorder::Losses losses;
  const auto end = recorder::export_transcript(transcript_, format, emulator::secrets_manager(),
                                               output.stream(), losses);
  output.close();
  for (const auto& note : end.notes) std::cerr << "note: " << note << "\n";
  if (end.late > 0) std::cerr << "note: " << end.late << " exchanges are out of order\n";
  print(losses, std::cerr);
  return 0;
}

}  // namespace stunt::harness
