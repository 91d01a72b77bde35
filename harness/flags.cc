// SPDX-License-Identifier: MIT
#include "harness/flags.h"

#include <algorithm>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace stunt::harness {

void Flags::add_to(CLI::App& command) {
  for (const auto& option : options()) {
    const auto flag = "--" + std::string(option.name);
    CLI::Option* added = nullptr;
    switch (option.form) {
      case Option::Form::mark:
        added = command.add_flag_callback(
            flag, [this, &option] { given_[&option] = {"true"}; }, std::string(option.help));
        break;
      case Option::Form::value:
        added = command.add_option_function<std::string>(
            flag, [this, &option](const std::string& text) { given_[&option] = {text}; },
            std::string(option.help));
        break;
      case Option::Form::list:
        added = command.add_option_function<std::vector<std::string>>(
            flag,
            [this, &option](const std::vector<std::string>& texts) { given_[&option] = texts; },
            std::string(option.help));
        added->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        break;
    }
    if (option.form != Option::Form::mark) added->type_name(std::string(option.metavar));
  }
}

void Flags::apply_to(Settings& settings) const {
  for (const auto& [option, texts] : given_) {
    try {
      option->set(settings, texts);
    } catch (const std::invalid_argument& wrong) {
      throw std::invalid_argument("--" + std::string(option->name) + ": " + wrong.what());
    }
  }
}

std::vector<std::string> Flags::words_but(const std::vector<std::string_view>& names) const {
  std::vector<std::string> words;
  for (const auto& option : options()) {
    const auto found = given_.find(&option);
    if (found == given_.end() ||
        std::find(names.begin(), names.end(), option.name) != names.end()) {
      continue;
    }
    for (const auto& text : found->second) {
      words.push_back("--" + std::string(option.name));
      if (option.form != Option::Form::mark) words.push_back(text);
    }
  }
  return words;
}

void start_logging(const std::string& level) {
  auto logger = spdlog::stderr_color_mt("stunt");
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(logger);
}

}  // namespace stunt::harness
