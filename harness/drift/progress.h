// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "world/clock.h"

namespace stunt::harness {

/// A bar on the terminal's last line, on stderr; nothing if that is no terminal.
class Progress {
 public:
  Progress(std::uint64_t total, const world::Clock& clock);
  ~Progress() { hide(); }

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many are done. Draws a few times a second.
  void done(std::uint64_t count);

  /// Gives the line to somebody else, until done() is told more.
  void hide();

 private:
  const world::Clock& clock_;
  const std::uint64_t total_;
  const bool is_shown_;
  bool is_drawn_ = false;
  std::optional<world::Moment> last_;
};

}  // namespace stunt::harness
