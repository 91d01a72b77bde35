// SPDX-License-Identifier: MIT
#include "harness/drift/progress.h"

#include <algorithm>
#include <iostream>
#include <string>

#include <unistd.h>

namespace stunt::harness {
namespace {

constexpr std::uint64_t kWidth = 30;
constexpr world::Duration kBetween = std::chrono::milliseconds(100);
constexpr const char* kEraseLine = "\r\x1b[K";

}  // namespace

Progress::Progress(std::uint64_t total, const world::Clock& clock)
    : clock_(clock), total_(total), is_shown_(total > 0 && ::isatty(STDERR_FILENO) != 0) {}

void Progress::done(std::uint64_t count) {
  if (!is_shown_) return;
  const auto now = clock_.ticks();
  if (last_ && is_drawn_ && now - *last_ < kBetween) return;
  last_ = now;
  is_drawn_ = true;
  const auto filled = static_cast<std::size_t>(std::min(count, total_) * kWidth / total_);
  std::cerr << kEraseLine << "[" << std::string(filled, '#') << std::string(kWidth - filled, '.')
            << "] " << count << " of " << total_ << std::flush;
}

void Progress::hide() {
  if (is_drawn_) std::cerr << kEraseLine << std::flush;
  is_drawn_ = false;
}

}  // namespace stunt::harness
