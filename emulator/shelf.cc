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
  if ((*found)->versions.prune(now)) listeners_.changes.changed(**found);
  return found->get();
}

Secret& Shelf::add(Secret secret) {
  secret.number = made_ + 1;
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
  listeners_.changes.changed(**added);
  if ((*added)->rotation) {
    (*added)->rotation->planned.reset();
    plan_rotation(**added);
  }
  return **added;
}

void Shelf::remove(const Secret& secret) {
  listeners_.changes.removed(secret);
  orders_->remove(secret);
  by_name_.erase(by_name_.find(secret.name));
}

void Shelf::changed(Secret& secret, world::Instant now) {
  if (secret.changed != now) {
    orders_->change(secret, SortBy::changed, [&] { secret.changed = now; });
  }
  listeners_.changes.changed(secret);
  listeners_.outbox.put(secret, now);
}

void Shelf::accessed(Secret& secret, Version& version, world::Instant now) {
  const auto day = world::start_of_day(now);
  if (secret.accessed == day && version.accessed == day) return;
  version.accessed = day;
  listeners_.changes.changed(secret);
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
  listeners_.changes.changed(secret);
}

void Shelf::replicated(Secret& secret, std::string_view region, Replica::Status status) {
  secret.replication.find(region)->status = status;
  listeners_.changes.changed(secret);
}

Walk Shelf::walk(const View& view, world::Instant now) {
  drop_gone(now);
  return orders_->walk(view);
}

void Shelf::drop_gone(world::Instant now) {
  for (auto* next = orders_->next_to_go(); next && *next->deletion <= now;
       next = orders_->next_to_go()) {
    remove(*next);
  }
}

Secret* find_secret(Shelf& shelf, std::string_view secret_id, world::Instant now) {
  if (!secret_id.starts_with("arn:")) return shelf.find(secret_id, now);
  if (!secret_id.starts_with(shelf.arn_prefix())) return nullptr;
  Secret* secret = shelf.find(aws::secret_name(secret_id), now);
  const bool is_whole = aws::has_arn_suffix(secret_id);
  return secret && is_whole && secret->arn != secret_id ? nullptr : secret;
}

}  // namespace stunt::emulator
