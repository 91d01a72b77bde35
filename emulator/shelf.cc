// SPDX-License-Identifier: MIT
#include "emulator/shelf.h"

#include <algorithm>
#include <cassert>

#include "aws/arn.h"
#include "emulator/orders.h"
#include "world/calendar.h"

namespace stunt::emulator {

Shelf::Shelf(const Place& place, const Listeners& listeners)
    : place_(place),
      arn_prefix_(emulator::arn_prefix(place)),
      listeners_(listeners),
      orders_(std::make_unique<Orders>()) {}

Shelf::~Shelf() = default;

Secret* Shelf::find(std::string_view name, world::Instant now) {
  drop_gone(now);
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return nullptr;
  listeners_.history.found(**found);
  if ((*found)->versions.prune(now)) tell(**found);
  return found->get();
}

Secret* Shelf::seen(std::string_view name, world::Instant now, const Sight& sight) {
  return listeners_.history.seen(*this, name, find(name, now), now, sight);
}

Secret& Shelf::add(Secret secret) {
  secret.number = made_ + 1;
  listeners_.history.coming(*this, secret.name);
  auto& added = restore(std::move(secret));
  listeners_.outbox.put(added, added.changed);
  return added;
}

Secret& Shelf::restore(Secret secret) {
  made_ = std::max(made_, secret.number);
  secret.shelf = this;
  const auto [added, is_new] = by_name_.insert(std::make_unique<Secret>(std::move(secret)));
  assert(is_new);
  static_cast<void>(is_new);
  orders_->add(**added);
  tell(**added);
  if ((*added)->rotation) {
    (*added)->rotation->planned.reset();
    plan_rotation(**added);
  }
  return **added;
}

void Shelf::remove(const Secret& secret) {
  listeners_.history.going(secret);
  listeners_.changes.removed(secret);
  orders_->remove(secret);
  by_name_.erase(by_name_.find(secret.name));
}

void Shelf::changed(Secret& secret, world::Instant now) {
  if (secret.changed != now) {
    orders_->change(secret, SortBy::changed, [&] { secret.changed = now; });
  }
  tell(secret);
  listeners_.outbox.put(secret, now);
}

void Shelf::accessed(Secret& secret, Version& version, world::Instant now) {
  const auto day = world::start_of_day(now);
  if (secret.accessed == day && version.accessed == day) return;
  if (const auto there = by_name_.find(secret.name);
      there == by_name_.end() || there->get() != &secret) {
    return;
  }
  version.accessed = day;
  tell(secret);
  if (secret.accessed == day) return;
  orders_->change(secret, SortBy::accessed, [&] { secret.accessed = day; });
}

void Shelf::schedule(Secret& secret, std::optional<world::Instant> deletion, world::Instant now) {
  orders_->remove(secret);
  secret.deletion = deletion;
  secret.deleted = deletion ? std::optional(now) : std::nullopt;
  secret.changed = now;
  orders_->add(secret);
  changed(secret, now);
}

void Shelf::plan_rotation(Secret& secret) {
  Rotation& rotation = *secret.rotation;
  const auto at = due(rotation);
  if (at == rotation.planned) return;
  if (rotation.planned) listeners_.rotations.remove({*rotation.planned, secret.arn, this});
  if (at) listeners_.rotations.add({*at, secret.arn, this});
  rotation.planned = at;
  tell(secret);
}

void Shelf::replicated(Secret& secret, std::string_view region, Replica::Status status) {
  secret.replication.find(region)->status = status;
  tell(secret);
}

Walk Shelf::walk(const View& view, world::Instant now) {
  drop_gone(now);
  return orders_->walk(view);
}

void Shelf::tell(const Secret& secret) {
  listeners_.changes.changed(secret);
  listeners_.history.changed(secret);
}

void Shelf::drop_gone(world::Instant now) {
  for (auto* next = orders_->next_to_go(); next && *next->deletion <= now;
       next = orders_->next_to_go()) {
    remove(*next);
  }
}

namespace {

/// The secret that an id says, where `named` knows those of one shelf by their names.
template <typename Named>
Secret* with_id(const Shelf& shelf, std::string_view secret_id, Named named) {
  if (!secret_id.starts_with("arn:")) return named(secret_id);
  if (!secret_id.starts_with(shelf.arn_prefix())) return nullptr;
  Secret* secret = named(aws::secret_name(secret_id));
  const bool is_whole = aws::has_arn_suffix(secret_id);
  return secret && is_whole && secret->arn != secret_id ? nullptr : secret;
}

}  // namespace

Secret* find_secret(Shelf& shelf, std::string_view secret_id, world::Instant now) {
  return with_id(shelf, secret_id, [&](std::string_view name) { return shelf.find(name, now); });
}

Secret* seen_secret(Shelf& shelf, std::string_view secret_id, world::Instant now,
                    const Sight& sight) {
  return with_id(shelf, secret_id,
                 [&](std::string_view name) { return shelf.seen(name, now, sight); });
}

}  // namespace stunt::emulator
