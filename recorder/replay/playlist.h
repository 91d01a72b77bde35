// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "recorder/replay/matching.h"
#include "recorder/replay/options.h"
#include "recorder/replay/recordings.h"

namespace stunt::recorder {

/// Which recording is the next for a key, by the order that was chosen; and which have had their
/// turn. Not thread-safe.
class Playlist {
 public:
  struct Next {
    enum class What {
      play,     ///< this recording
      unknown,  ///< nothing was recorded for the key
      other,    ///< another request is next in the strict order: the one of this recording
      used_up,  ///< all answers were given
    };
    What what = What::unknown;
    std::size_t recording = 0;  ///< of Recordings::all()
    std::size_t turn = 0;       ///< how often something was played in its queue before
    std::size_t count = 0;      ///< recordings in its queue
    bool again = false;         ///< it was played before
  };

  Playlist(const std::vector<Recording>& recordings, Order order, Exhausted exhausted);

  /// What a request with this key gets. `passed_over`: as many that do not suit are left out; of
  /// use with Order::any, where each recording of a key may do.
  Next next(const ShortKey& key, std::size_t passed_over = 0) const;

  /// Takes what next() said. False if somebody else was faster: ask again.
  bool take(const ShortKey& key, const Next& next);

  std::size_t played() const { return played_; }
  bool was_played(std::size_t recording) const { return played_ones_[recording]; }

 private:
  struct Queue {
    std::vector<std::uint32_t> recordings;
    std::size_t turns = 0;
  };

  Next in_queue(const Queue& queue, std::size_t passed_over) const;
  Next in_strict_order(const ShortKey& key) const;

  const std::vector<Recording>& recordings_;
  const Order order_;
  const Exhausted exhausted_;
  std::unordered_map<ShortKey, Queue, ShortKeyHash> queues_;
  std::size_t turns_ = 0;  ///< of all, in the strict order
  std::vector<bool> played_ones_;
  std::size_t played_ = 0;
};

}  // namespace stunt::recorder
