// SPDX-License-Identifier: MIT
#include "recorder/show/bar.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "recorder/show/table.h"

namespace stunt::recorder {
namespace {

struct Look {
  std::string_view unicode, ascii;
  Color color;
  std::string_view name;
};

/// By BarPart.
constexpr std::array<Look, 6> kLooks = {{{" ", " ", Color::none, ""},
                                         {"·", ".", Color::dim, "client waits"},
                                         {"░", "-", Color::dim, "queue"},
                                         {"█", "#", Color::green, "engine"},
                                         {"▒", "~", Color::yellow, "injected"},
                                         {"▓", "=", Color::cyan, "write"}}};

const Look& look_of(BarPart part) { return kLooks[static_cast<std::size_t>(part)]; }

struct Stretch {
  BarPart part;
  world::Duration length;
};

}  // namespace

std::size_t Axis::column_of(world::Duration at) const {
  const auto range = std::max(end - begin, world::Duration(1));
  const auto share = static_cast<double>((at - begin).count()) / static_cast<double>(range.count());
  const auto column = static_cast<std::ptrdiff_t>(share * static_cast<double>(columns));
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(column, 0, static_cast<std::ptrdiff_t>(columns) - 1));
}

std::vector<BarPart> bar(const Axis& axis, world::Duration began, const ExchangeLine::Spans& spans,
                         std::optional<world::Duration> waited_since) {
  std::vector<BarPart> parts(axis.columns, BarPart::nothing);
  const auto fill = [&](world::Duration from, world::Duration to, BarPart part) {
    const auto end = axis.column_of(to);
    for (auto column = axis.column_of(from); column < end; ++column) parts[column] = part;
  };
  if (waited_since) fill(*waited_since, began, BarPart::backoff);

  const std::array<Stretch, 4> stretches = {{{BarPart::queue, spans.queue},
                                             {BarPart::engine, spans.engine},
                                             {BarPart::injected, spans.injected},
                                             {BarPart::write, spans.write}}};
  auto at = began;
  for (const auto& [part, length] : stretches) {
    fill(at, at + length, part);
    at += length;
  }
  // The column in which it ends shows what took longest.
  const auto longest = std::max_element(
      stretches.begin(), stretches.end(),
      [](const auto& one, const auto& other) { return one.length < other.length; });
  const bool nothing = longest->length == world::Duration(0);
  parts[axis.column_of(at)] = nothing ? BarPart::engine : longest->part;
  return parts;
}

std::string drawn(const std::vector<BarPart>& bar, bool color, bool unicode) {
  std::string text;
  for (auto begin = bar.begin(); begin != bar.end();) {
    const auto end = std::find_if(begin, bar.end(), [&](auto part) { return part != *begin; });
    if (end == bar.end() && *begin == BarPart::nothing) break;
    const auto& look = look_of(*begin);
    std::string run;
    for (; begin != end; ++begin) run += unicode ? look.unicode : look.ascii;
    text += painted(run, look.color, color);
  }
  return text;
}

std::string bar_legend(bool color, bool unicode) {
  std::string text;
  for (const auto& look : kLooks) {
    if (look.name.empty()) continue;
    if (!text.empty()) text += "  ";
    text += painted(unicode ? look.unicode : look.ascii, look.color, color) + " " +
            std::string(look.name);
  }
  return text;
}

}  // namespace stunt::recorder
