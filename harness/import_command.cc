// SPDX-License-Identifier: MIT
#include "harness/import_command.h"

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <system_error>

#include <CLI/CLI.hpp>

#include "emulator/model/secrets_manager.h"
#include "harness/output_file.h"
#include "harness/version.h"
#include "recorder/formats/import.h"
#include "recorder/transcript/write_line.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt import session.har -o run.jsonl
      the calls of AWS Secrets Manager in what a browser or a proxy has saved
  stunt import cassette.yaml --from vcr -o run.jsonl
      a cassette of vcr, vcrpy or go-vcr; then: stunt serve --replay run.jsonl
Secrets are taken out, as a recording does it. What could not be taken over is told on stderr.)";

std::string read_file(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw std::runtime_error("cannot read " + path + ": " +
                             std::generic_category().message(file ? EISDIR : errno));
  }
  std::string text;
  std::vector<char> piece(1 << 16);
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    text.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    if (text.size() > recorder::kLargestImport) {
      throw std::invalid_argument(path + ": larger than " +
                                  std::to_string(recorder::kLargestImport >> 20) + " MiB");
    }
  }
  return text;
}

}  // namespace

ImportCommand::ImportCommand(CLI::App& app)
    : command_(app.add_subcommand("import", "Make a transcript of another tool's file")) {
  const auto names = recorder::import_format_names();
  command_->add_option("file", file_, "File of the other tool")->required()->type_name("FILE");
  command_->add_option("--from", format_, "har, wiremock, hoverfly or vcr; found out if not given")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
  command_->add_option("-o,--output", output_, "Transcript to write; stdout if not given")
      ->type_name("FILE");
  command_->add_flag("--overwrite", overwrite_, "Replace a file that has something in it");
  command_->footer(kExamples);
}

bool ImportCommand::is_given() const { return command_->parsed(); }

int ImportCommand::run() const {
  const auto text = read_file(file_);
  recorder::ImportRequest request{text, file_, std::nullopt, "stunt/" + std::string(kVersion)};
  if (!format_.empty()) {
    const auto names = recorder::import_format_names();
    request.format = static_cast<recorder::ImportFormat>(
        std::find(names.begin(), names.end(), format_) - names.begin());
  }
  OutputFile output(output_, overwrite_);
  recorder::Losses losses;
  const auto transcript = recorder::import_transcript(request, emulator::secrets_manager(), losses);
  output.stream() << recorder::to_line(transcript.header) << "\n";
  for (const auto& exchange : transcript.exchanges) {
    output.stream() << recorder::to_line(exchange) << "\n";
  }
  output.stream() << recorder::to_line(*transcript.footer) << "\n";
  output.close();
  print(losses, std::cerr);
  return 0;
}

}  // namespace stunt::harness
