// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recorder/transcript/exchange_line.h"
#include "world/clock.h"

namespace stunt::recorder {

/// What a column of a bar stands for.
enum class BarPart { nothing, backoff, queue, engine, injected, write };

/// The stretch of time that a row of bars shows, and over how many columns.
struct Axis {
  world::Duration begin{0};
  world::Duration end{0};
  std::size_t columns = 1;

  /// Where a moment stands.
  std::size_t column_of(world::Duration at) const;
};

/// The bar of an exchange that arrived at `began`, at least one column wide. `waited_since`: its
/// client waited from then on to try again.
std::vector<BarPart> bar(const Axis& axis, world::Duration began, const ExchangeLine::Spans& spans,
                         std::optional<world::Duration> waited_since);

/// A bar as text.
std::string drawn(const std::vector<BarPart>& bar, bool color, bool unicode);

/// What the characters mean, as drawn() draws them.
std::string bar_legend(bool color, bool unicode);

}  // namespace stunt::recorder
