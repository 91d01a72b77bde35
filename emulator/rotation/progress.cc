// SPDX-License-Identifier: MIT
#include "emulator/rotation/progress.h"

#include <algorithm>
#include <chrono>

#include "emulator/limits.h"
#include "emulator/shelf.h"
#include "world/ids.h"

namespace stunt::emulator {
namespace {

using std::chrono::days;
using std::chrono::floor;

/// A UUID for the next rotation: its version's id, or what goes with that id.
std::string draw_uuid(const Secret& secret, std::string_view version_id,
                      const world::Random& random) {
  const auto begun = secret.rotation->begun;
  return world::uuid(random.draw({"rotation", secret.arn, version_id, "high"}, begun),
                     random.draw({"rotation", secret.arn, version_id, "low"}, begun));
}

RotationOrder begin(Secret& secret, Version& version, bool only_test, world::Instant now,
                    const world::Random& random) {
  Rotation& rotation = *secret.rotation;
  rotation.running = {version.id, draw_uuid(secret, version.id, random), only_test};
  ++rotation.begun;
  rotation.last_token = version.id;
  rotation.retry.reset();
  secret.versions.attach(version, {std::string(kPending)});
  secret.shelf->plan_rotation(secret);
  secret.shelf->changed(secret, now);

  using enum RotationStep;
  RotationOrder order{secret.shelf->place(),
                      secret.arn,
                      rotation.function_arn,
                      version.id,
                      rotation.running->rotation_token,
                      {}};
  if (only_test) {
    order.steps = {test_secret};
  } else {
    order.steps = {create_secret, set_secret, test_secret, finish_secret};
  }
  return order;
}

/// How many days after this rotation the next one comes, as AWS tells it of an expression.
std::int64_t days_until(const Window& next, world::Instant now) {
  return std::max<std::int64_t>((floor<days>(next.opens) - floor<days>(now)).count(), 1);
}

void finish(Secret& secret, const Version& version, world::Instant now) {
  Rotation& rotation = *secret.rotation;
  if (secret.versions.holder(kPending) == &version) secret.versions.detach(kPending);
  rotation.rotated = now;
  rotation.failures = 0;
  renew_window(rotation, now);
  if (rotation.next && !rotation.rules.expression.empty()) {
    rotation.computed_days = days_until(*rotation.next, now);
  }
  secret.shelf->changed(secret, now);
}

void fail(Rotation& rotation, world::Instant now) {
  if (!rotation.enabled) return;
  if (++rotation.failures < kRotationTries) {
    rotation.retry = now + kRotationRetryGap;
  } else {
    rotation.failures = 0;
    renew_window(rotation, now);
  }
}

void end_test(Secret& secret, Version* version, world::Instant now) {
  if (!version || secret.versions.holder(kCurrent) == version) return;
  secret.versions.forget(*version);
  secret.shelf->changed(secret, now);
}

}  // namespace

Version* pending_version(Secret& secret) {
  Version* pending = secret.versions.holder(kPending);
  return pending == secret.versions.holder(kCurrent) ? nullptr : pending;
}

RotationOrder begin_rotation(Secret& secret, std::string token, world::Instant now,
                             const world::Random& random) {
  Version* version = secret.versions.find(token);
  if (!version) version = &secret.versions.add_pending({std::move(token), std::nullopt, now});
  return begin(secret, *version, false, now, random);
}

RotationOrder begin_test(Secret& secret, std::string token, world::Instant now,
                         const world::Random& random) {
  const Version* current = secret.versions.holder(kCurrent);
  auto value = current ? current->value : std::nullopt;
  auto& version = secret.versions.add_pending({std::move(token), std::move(value), now});
  return begin(secret, version, true, now, random);
}

std::optional<RotationOrder> begin_due_rotation(Secret& secret, world::Instant now,
                                                const world::Random& random) {
  Rotation& rotation = *secret.rotation;
  if (secret.deletion) {
    rotation.retry.reset();
    rotation.failures = 0;
    renew_window(rotation, now);
    secret.shelf->plan_rotation(secret);
    return std::nullopt;
  }
  const Version* pending = pending_version(secret);
  return begin_rotation(secret, pending ? pending->id : draw_uuid(secret, "", random), now, random);
}

void end_rotation(Secret& secret, const RotationOrder& order, RotationEnd end, world::Instant now) {
  if (!secret.rotation || !secret.rotation->running ||
      secret.rotation->running->rotation_token != order.rotation_token) {
    return;
  }
  Rotation& rotation = *secret.rotation;
  const bool only_tested = rotation.running->only_tested;
  rotation.running.reset();
  Version* version = secret.versions.find(order.token);
  // A function that says it has finished and has not moved AWSCURRENT has not finished.
  const bool is_current = version && secret.versions.holder(kCurrent) == version;
  if (only_tested) {
    end_test(secret, version, now);
  } else if (end == RotationEnd::finished && is_current) {
    finish(secret, *version, now);
  } else {
    fail(rotation, now);
  }
  secret.shelf->plan_rotation(secret);
}

void interrupt_rotation(Secret& secret, world::Instant now) {
  if (!secret.rotation || !secret.rotation->running) return;
  RotationOrder order;
  order.token = secret.rotation->running->token;
  order.rotation_token = secret.rotation->running->rotation_token;
  end_rotation(secret, order, RotationEnd::failed, now);
}

void abandon_rotation(Secret& secret, world::Instant now) {
  const bool only_tested = secret.rotation->running->only_tested;
  secret.rotation->running.reset();
  if (!only_tested) fail(*secret.rotation, now);
  secret.shelf->plan_rotation(secret);
  secret.shelf->changed(secret, now);
}

void renew_window(Rotation& rotation, world::Instant now) {
  rotation.next.reset();
  if (rotation.rules.schedule) rotation.next = rotation.rules.schedule->next_window(now);
}

void value_was_set(Secret& secret, world::Instant now) {
  if (!secret.rotation || !secret.rotation->rules.after_days) return;
  renew_window(*secret.rotation, now);
  secret.shelf->plan_rotation(secret);
}

}  // namespace stunt::emulator
