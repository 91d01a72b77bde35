// SPDX-License-Identifier: MIT
#include "emulator/shelf.h"

#include <cassert>

#include "aws/arn.h"
#include "world/calendar.h"

namespace stunt::emulator {
namespace {

bool is_gone(const Secret& secret, world::Instant now) {
  return secret.deletion && *secret.deletion <= now;
}

}  // namespace

Secret* Shelf::find(std::string_view name, world::Instant now) {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return nullptr;
  Secret& secret = found->second;
  if (is_gone(secret, now)) {
    by_name_.erase(found);
    return nullptr;
  }
  secret.versions.prune(now);
  return &secret;
}

Secret& Shelf::add(Secret secret) {
  secret.number = ++made_;
  secret.shelf = this;
  auto name = secret.name;
  const auto [added, is_new] = by_name_.emplace(std::move(name), std::move(secret));
  assert(is_new);
  static_cast<void>(is_new);
  return added->second;
}

void Shelf::remove(const Secret& secret) { by_name_.erase(by_name_.find(secret.name)); }

void Shelf::changed(Secret& secret, world::Instant now) { secret.changed = now; }

void Shelf::accessed(Secret& secret, Version& version, world::Instant now) {
  secret.accessed = version.accessed = world::start_of_day(now);
}

void Shelf::schedule(Secret& secret, std::optional<world::Instant> deletion, world::Instant now) {
  secret.deletion = deletion;
  secret.deleted = deletion ? std::optional(now) : std::nullopt;
  changed(secret, now);
}

void Shelf::plan_rotation(Secret& secret) {
  Rotation& rotation = *secret.rotation;
  const auto at = due(rotation);
  if (at == rotation.planned) return;
  if (rotation.planned) rotations_.remove({*rotation.planned, secret.arn, this});
  if (at) rotations_.add({*at, secret.arn, this});
  rotation.planned = at;
}

std::vector<const Secret*> Shelf::all(world::Instant now) {
  std::erase_if(by_name_, [&](const auto& named) { return is_gone(named.second, now); });
  std::vector<const Secret*> secrets;
  secrets.reserve(by_name_.size());
  for (const auto& [name, secret] : by_name_) secrets.push_back(&secret);
  return secrets;
}

Secret* find_secret(Shelf& shelf, std::string_view secret_id, world::Instant now) {
  if (!secret_id.starts_with("arn:")) return shelf.find(secret_id, now);
  if (!secret_id.starts_with(shelf.arn_prefix())) return nullptr;
  Secret* secret = shelf.find(aws::secret_name(secret_id), now);
  const bool is_whole = aws::has_arn_suffix(secret_id);
  return secret && is_whole && secret->arn != secret_id ? nullptr : secret;
}

}  // namespace stunt::emulator
