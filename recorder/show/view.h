// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>

#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// Where a view is seen.
struct Screen {
  std::ostream& out;
  bool color = false;
  std::size_t width = 100;
  bool unicode = true;  ///< false: nothing but ASCII is drawn
};

/// A way to look at exchanges. Takes them one by one, and bounded memory however many there are.
class View {
 public:
  virtual ~View() = default;

  /// True if survey() is to be called for each exchange before the first add().
  virtual bool wants_survey() const { return false; }
  virtual void survey(const ExchangeLine&) {}

  virtual void add(const ExchangeLine& line) = 0;

  /// Prints what it still waits with, because nothing else is known to come soon.
  virtual void flush() {}

  /// After the last one.
  virtual void end() {}
};

/// A row for each exchange.
std::unique_ptr<View> make_table_view(const Screen& screen);

/// A block for each invocation of an SDK that was tried more than once.
std::unique_ptr<View> make_attempts_view(const Screen& screen);

/// A bar for each exchange on one axis of time, the attempts of an invocation next to each other.
std::unique_ptr<View> make_waterfall_view(const Screen& screen);

/// All that is known of each exchange.
std::unique_ptr<View> make_detail_view(const Screen& screen);

}  // namespace stunt::recorder
