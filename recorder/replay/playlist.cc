// SPDX-License-Identifier: MIT
#include "recorder/replay/playlist.h"

#include <optional>

namespace stunt::recorder {
namespace {

/// The place in a list of `count` that has this turn; nothing behind its end.
std::optional<std::size_t> place_of(std::size_t turn, std::size_t count, Exhausted exhausted) {
  if (turn < count) return turn;
  if (exhausted == Exhausted::repeat_last) return count - 1;
  if (exhausted == Exhausted::cycle) return turn % count;
  return std::nullopt;
}

}  // namespace

Playlist::Playlist(const std::vector<Recording>& recordings, Order order, Exhausted exhausted)
    : recordings_(recordings),
      order_(order),
      exhausted_(exhausted),
      played_ones_(recordings.size()) {
  for (std::uint32_t i = 0; i < recordings.size(); ++i) {
    queues_[recordings[i].key].recordings.push_back(i);
  }
}

Playlist::Next Playlist::next(const ShortKey& key, std::size_t passed_over) const {
  if (order_ == Order::strict) return in_strict_order(key);
  const auto queue = queues_.find(key);
  return queue == queues_.end() ? Next() : in_queue(queue->second, passed_over);
}

Playlist::Next Playlist::in_queue(const Queue& queue, std::size_t passed_over) const {
  const auto count = queue.recordings.size();
  Next next{Next::What::used_up, queue.recordings.back(), queue.turns, count, true};
  if (order_ == Order::any) {
    if (passed_over >= count) return {};
    next.what = Next::What::play;
    next.recording = queue.recordings[passed_over];
    next.again = played_ones_[next.recording];
  } else if (const auto place = place_of(queue.turns, count, exhausted_)) {
    next.what = Next::What::play;
    next.recording = queue.recordings[*place];
    next.again = queue.turns >= count;
  }
  return next;
}

Playlist::Next Playlist::in_strict_order(const ShortKey& key) const {
  const auto count = recordings_.size();
  if (count == 0) return {};
  Next next{Next::What::used_up, count - 1, turns_, count, turns_ >= count};
  const auto place = place_of(turns_, count, exhausted_);
  if (!place) return next;
  next.recording = *place;
  next.what = recordings_[*place].key == key ? Next::What::play : Next::What::other;
  return next;
}

bool Playlist::take(const ShortKey& key, const Next& next) {
  const bool strict = order_ == Order::strict;
  auto& turns = strict ? turns_ : queues_.at(key).turns;
  if (order_ != Order::any && turns != next.turn) return false;
  ++turns;
  if (!played_ones_[next.recording]) ++played_;
  played_ones_[next.recording] = true;
  return true;
}

}  // namespace stunt::recorder
