// SPDX-License-Identifier: MIT
#include "harness/usage.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "input/did_you_mean.h"

namespace stunt::harness {
namespace {

std::string unless_known(std::string_view kind, std::string_view word,
                         const std::vector<std::string>& known) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  if (std::find(words.begin(), words.end(), word) != words.end()) return {};
  return "unknown " + std::string(kind) + " '" + std::string(word) + "'; " +
         input::suggest(word, words);
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> flags_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace

std::string misspelt(const CLI::App& app, int argc, char** argv) {
  const CLI::App* command = &app;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word == "--") break;
    const auto commands = commands_of(*command);
    std::string problem;
    if (word.starts_with("--")) {
      problem = unless_known("flag", word.substr(0, word.find('=')), flags_of(*command));
    } else if (!commands.empty() && !word.starts_with("-")) {
      problem = unless_known("command", word, commands);
      if (problem.empty()) command = command->get_subcommand(std::string(word));
    }
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace stunt::harness
