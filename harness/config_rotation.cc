// SPDX-License-Identifier: MIT
#include "harness/config_rotation.h"

#include <array>
#include <chrono>

#include "harness/rotation/function_url.h"
#include "input/quote.h"

namespace stunt::harness {
namespace {

using input::Value;

constexpr std::chrono::minutes kLongestStep{15};  // what Lambda lets a function run

std::optional<std::string> read_url(const Value& value) {
  const auto text = value.text();
  if (!text) return std::nullopt;
  if (!is_web_url(*text)) {
    value.wrong(input::quote(*text) + " is not a URL", "write one such as http://localhost:9001");
    return std::nullopt;
  }
  return std::string(*text);
}

void read_functions(const Value& value, RotationSettings& rotation) {
  for (const auto& [arn, at, url] : value.entries()) {
    if (auto read = read_url(url)) rotation.functions[std::string(arn)] = std::move(*read);
  }
}

}  // namespace

void read_rotation(const Value& block, Settings& settings) {
  static constexpr std::array<std::string_view, 4> kMembers = {"mode", "lambda_endpoint",
                                                               "functions", "timeout"};
  static constexpr std::array<std::string_view, 3> kModes = {"builtin", "lambda", "none"};
  auto& rotation = settings.rotation;
  const auto members = block.object({kMembers});
  if (!members) return;
  if (const auto mode = members->find("mode")) {
    if (const auto choice = mode->choice({kModes})) rotation.mode = rotation_mode(kModes[*choice]);
  }
  if (const auto endpoint = members->find("lambda_endpoint")) {
    if (auto url = read_url(*endpoint)) rotation.lambda_endpoint = std::move(*url);
  }
  if (const auto functions = members->find("functions")) read_functions(*functions, rotation);
  if (const auto timeout = members->find("timeout")) {
    rotation.timeout = timeout->duration(kLongestStep).value_or(rotation.timeout);
    if (rotation.timeout == world::Duration(0)) timeout->wrong("no step takes no time");
  }
}

}  // namespace stunt::harness
