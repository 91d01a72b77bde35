// SPDX-License-Identifier: MIT
#include "scenarios/script/read_replay.h"

#include <algorithm>
#include <vector>

#include "aws/json.h"
#include "input/quote.h"

namespace stunt::scenarios {
namespace {

using recorder::ReplayOptions;

template <typename Choice, typename Names>
void read_choice(const input::Object& object, const char* name, const Names& names,
                 Choice& choice) {
  const auto value = object.find(name);
  const auto chosen = value ? value->choice({names}) : std::nullopt;
  if (chosen) choice = static_cast<Choice>(*chosen);
}

void read_by(const input::Value& value, ReplayOptions& options) {
  static constexpr std::array<std::string_view, 5> kNames = {"operation", "body", "secretId",
                                                             "accessKeyId", "region"};
  std::array<bool, 5> by{};
  for (const auto& item : value.items()) {
    if (const auto chosen = item.choice({kNames})) by[*chosen] = true;
  }
  const auto [operation, body, secret, access_key, region] = by;
  if (!operation || !(body || secret)) {
    value.wrong("calls that say something else would be the same one",
                "name 'operation', and 'body' or 'secretId'");
  }
  options.by_body = body;
  options.by_access_key = access_key;
  options.by_region = region;
}

void read_ignore(const input::Value& value, ReplayOptions& options) {
  options.ignore.clear();
  for (const auto& item : value.items()) {
    const auto text = item.text();
    if (!text) continue;
    try {
      options.ignore.push_back(aws::Json::json_pointer(std::string(*text)).to_string());
    } catch (const aws::Json::exception&) {
      item.wrong(input::quote(*text) + " is not a JSON Pointer", "write one such as /Description");
    }
  }
}

void read_match(const input::Value& value, ReplayOptions& options) {
  static constexpr std::array<std::string_view, 2> kNames = {"by", "ignore"};
  const auto object = value.object({kNames});
  if (!object) return;
  if (const auto by = object->find("by")) read_by(*by, options);
  if (const auto ignore = object->find("ignore")) read_ignore(*ignore, options);
}

void read_timing(const input::Value& value, ReplayOptions& options) {
  static constexpr std::array<std::string_view, 2> kWords = {"none", "recorded"};
  static constexpr std::array<std::string_view, 1> kNames = {"scale"};
  if (value.kind() != input::Kind::object) {
    if (const auto word = value.choice({kWords})) options.time_scale = *word == 1 ? 1 : 0;
    return;
  }
  const auto object = value.object({kNames});
  const auto scale = object ? object->require("scale") : std::nullopt;
  if (!scale) return;
  options.time_scale = scale->number(0, recorder::kLargestTimeScale).value_or(0);
}

}  // namespace

std::optional<ReplayBlock> read_replay(const input::Value& value, const std::string& file) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "from", "order", "match", "onMiss", "exhausted", "remap", "timing"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  ReplayBlock block;
  block.at = {file, value.at().line, value.at().column};
  if (const auto from = object->require("from")) {
    const auto text = from->text();
    if (text && text->empty()) from->wrong("the path is empty", "name a transcript");
    block.options.from = text.value_or("");
  }
  read_choice(*object, "order", recorder::kOrderNames, block.options.order);
  if (const auto match = object->find("match")) read_match(*match, block.options);
  read_choice(*object, "onMiss", kMissedNames, block.missed);
  if (block.missed != ReplayBlock::Missed::fail) block.options.on_miss = recorder::OnMiss::engine;
  read_choice(*object, "exhausted", recorder::kExhaustedNames, block.options.exhausted);
  read_choice(*object, "remap", recorder::kRemapNames, block.options.remap);
  if (const auto timing = object->find("timing")) read_timing(*timing, block.options);
  return block;
}

}  // namespace stunt::scenarios
