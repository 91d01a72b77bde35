// SPDX-License-Identifier: MIT
#include "emulator/rotation/cron_field.h"

#include <algorithm>
#include <charconv>

namespace stunt::emulator {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_name(std::string_view text, std::string_view name) {
  return std::ranges::equal(text, name, {}, upper);
}

std::optional<unsigned> read_number(std::string_view text) {
  unsigned number = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

struct Range {
  unsigned first, last;
};

/// What stands before the slash, or alone.
std::optional<Range> read_range(std::string_view text, const CronField& field, bool stepped) {
  const bool whole = text == "*" || (stepped && text.empty());
  if (whole && (stepped || field.lists)) return Range{field.min, field.max};
  const auto dash = text.find('-');
  const auto first = read_cron_number(text.substr(0, dash), field);
  if (!first) return std::nullopt;
  if (dash == text.npos) return Range{*first, stepped ? field.max : *first};
  const auto last = read_cron_number(text.substr(dash + 1), field);
  if (!field.lists || !last || *last < *first) return std::nullopt;
  return Range{*first, *last};
}

}  // namespace

std::optional<unsigned> read_cron_number(std::string_view text, const CronField& field) {
  const auto name = std::ranges::find_if(
      field.names, [text](std::string_view each) { return is_name(text, each); });
  if (name != field.names.end()) {
    return field.min + static_cast<unsigned>(name - field.names.begin());
  }
  const auto number = read_number(text);
  if (!number || *number < field.min || *number > field.max) return std::nullopt;
  return number;
}

std::optional<CronSet> read_cron_item(std::string_view text, const CronField& field) {
  const auto slash = text.find('/');
  const bool stepped = slash != text.npos;
  const auto step = stepped ? read_number(text.substr(slash + 1)) : 1;
  const auto range = read_range(text.substr(0, slash), field, stepped);
  if (!range || !step || *step < 1 || *step > field.max) return std::nullopt;
  CronSet set = 0;
  for (auto number = range->first; number <= range->last; number += *step) {
    set |= CronSet(1) << number;
  }
  return set;
}

std::optional<CronSet> read_cron_field(std::string_view text, const CronField& field) {
  CronSet set = 0;
  while (true) {
    const auto comma = field.lists ? text.find(',') : text.npos;
    const auto item = read_cron_item(text.substr(0, comma), field);
    if (!item) return std::nullopt;
    set |= *item;
    if (comma == text.npos) return set;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace stunt::emulator
