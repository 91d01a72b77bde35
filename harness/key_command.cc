// SPDX-License-Identifier: MIT
#include "harness/key_command.h"

#include <iostream>

#include <CLI/CLI.hpp>

#include "recorder/sealing/seal_key.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt key new team.key
      a key from the operating system's entropy, for its owner to read only
  stunt serve --record run.jsonl --seal-key-file team.key
      a transcript in which secrets are encrypted
  stunt serve --replay run.jsonl --seal-key-file team.key
      answers with the recorded secrets; without the key it answers with others)";

}  // namespace

KeyCommand::KeyCommand(CLI::App& app)
    : key_(app.add_subcommand("key", "Make a key to seal the secrets of transcripts with")) {
  key_->require_subcommand(1);
  auto* make = key_->add_subcommand("new", "Write a new key to a file");
  make->add_option("file", file_, "File that is not there yet")->required()->type_name("FILE");
  make->footer(kExamples);
}

bool KeyCommand::is_given() const { return key_->parsed(); }

int KeyCommand::run() const {
  const auto key = recorder::make_key_file(file_);
  std::cout << file_ << ": key " << key.id() << "\n";
  return 0;
}

}  // namespace stunt::harness
