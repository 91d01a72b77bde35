// SPDX-License-Identifier: MIT
#include "state/keeper.h"

#include <algorithm>
#include <utility>

#include "emulator/rotation/progress.h"
#include "state/document.h"
#include "world/random.h"

namespace stunt::state {
namespace {

using emulator::Secret;

/// Stands for a version that has a value, which would take many times the room. A version that was
/// taken back and made again under its id is another one.
std::uint64_t digest(const emulator::Version& version) {
  static const world::Random hash(0);
  const auto created = static_cast<std::uint64_t>(version.created.time_since_epoch().count());
  return hash.draw({version.id}, created + version.value->size());
}

}  // namespace

Keeper::Keeper(StateFile& file, Report report) : file_(file), report_(std::move(report)) {
  for (const auto& [number, place] : file_.places()) places_[place] = number;
}

std::size_t Keeper::restore(emulator::Shelves& shelves, world::Instant now) {
  std::map<std::int64_t, emulator::Shelf*> by_number;
  for (const auto& [place, number] : places_) by_number[number] = &shelves.at(place);
  std::size_t restored = 0;
  file_.read([&](const Key& key, Secret secret) {
    if (secret.deletion && *secret.deletion <= now) {
      waiting_.rows[key] = {};
      ++noted_;
      return;
    }
    secret.number = key.number;
    auto& there = by_number.at(key.place)->restore(std::move(secret));
    emulator::interrupt_rotation(there, now);
    auto& digests = values_[key];
    for (const auto& version : there.versions) {
      if (version.value) digests.push_back(digest(version));
    }
    ++restored;
  });
  return restored;
}

Key Keeper::key_of(const emulator::Place& place, std::uint64_t number) {
  const auto next = static_cast<std::int64_t>(places_.size()) + 1;
  const auto [known, is_new] = places_.try_emplace(place, next);
  if (is_new) waiting_.places[next] = place;
  return {known->second, number};
}

Row Keeper::row_of(const Key& key, const Secret& secret) {
  Row row;
  row.document = document_of(secret).dump(-1, ' ', false, aws::Json::error_handler_t::replace);
  auto& known = values_[key];
  Digests now;
  auto next = known.begin();  // versions stay in their order
  for (const auto& version : secret.versions) {
    if (!version.value) continue;
    now.push_back(digest(version));
    const auto found = std::find(next, known.end(), now.back());
    if (found != known.end()) {
      next = found + 1;
    } else {
      row.added.push_back({version.id, *version.value});
    }
  }
  row.fewer = known.size() + row.added.size() > now.size();
  known = std::move(now);
  return row;
}

void Keeper::note(const emulator::Changes& changes) {
  const std::lock_guard lock(mutex_);
  Batch batch;
  for (const auto& [place, number] : changes.removed()) {
    const auto key = key_of(place, number);
    values_.erase(key);
    batch.rows[key] = {};
  }
  for (const auto* secret : changes.changed()) {
    const auto key = key_of(secret->shelf->place(), secret->number);
    batch.append({{}, {{key, row_of(key, *secret)}}});
  }
  waiting_.append(std::move(batch));
  ++noted_;
}

bool Keeper::commit() {
  std::uint64_t wanted = 0;
  {
    const std::lock_guard lock(mutex_);
    wanted = noted_;
    if (kept_ >= wanted) return true;
  }
  const std::lock_guard writing(writing_);
  std::unique_lock lock(mutex_);
  if (kept_ >= wanted) return true;
  auto batch = std::exchange(waiting_, {});
  const auto last = noted_;
  lock.unlock();
  return write(std::move(batch), last);
}

bool Keeper::write(Batch batch, std::uint64_t last) {
  std::string error;
  try {
    file_.write(batch);
  } catch (const SqliteError& refused) {
    error = refused.what();
  }
  std::unique_lock lock(mutex_);
  if (error.empty()) {
    kept_ = last;
  } else {
    batch.append(std::exchange(waiting_, {}));
    waiting_ = std::move(batch);
  }
  const bool news = std::exchange(error_, error) != error;
  lock.unlock();
  if (news && report_) report_(error);
  return error.empty();
}

std::string Keeper::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

}  // namespace stunt::state
