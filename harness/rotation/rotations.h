// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "aws/sigv4/secret_access_key.h"
#include "emulator/rotation/rotator.h"
#include "emulator/secrets_manager.h"
#include "harness/local_client.h"
#include "harness/loop_thread.h"
#include "harness/rotation/method.h"
#include "harness/rotation/schedule.h"
#include "harness/rotation/settings.h"

namespace stunt::harness {

/// Everything about rotation that is not the emulator's: has the orders of RotateSecret and of
/// schedules done by the method that the settings choose. Thread-safe between start() and stop().
class Rotations : public emulator::Rotator {
 public:
  /// `clock` must outlive it; `movable` is the same clock if it is a virtual one, else null. Its
  /// own calls are signed with `own_secret`. Throws std::invalid_argument for settings that cannot
  /// work.
  Rotations(RotationSettings settings, const world::Clock& clock, world::VirtualClock* movable,
            world::Random random, const aws::SecretAccessKey& own_secret);
  ~Rotations() override { stop(); }

  /// Before the first call is served. `service` says what is due, if there is an emulator;
  /// `application` is whom the steps ask. Both must outlive the stop.
  void start(std::shared_ptr<emulator::SecretsManager> service, http::Application& application);

  void begin(emulator::RotationOrder order, std::function<void(bool accepted)> answered) override;

  /// Moves the virtual clock, as RotationSchedule::advance() says.
  void advance(world::Duration by, RotationSchedule::Moved moved);

  /// Ends what is under way; its orders have failed. When nobody else begins anything any more. A
  /// second call does nothing.
  void stop();

 private:
  std::unique_ptr<RotationMethod> method();
  RotationBook book();

  const RotationSettings settings_;
  const world::Clock& clock_;
  world::VirtualClock* const movable_;
  const world::Random random_;
  const aws::SecretAccessKey own_secret_;
  std::shared_ptr<emulator::SecretsManager> service_;
  LoopThread thread_;
  std::optional<LocalClient> client_;
  std::unique_ptr<RotationMethod> method_;
  std::optional<RotationSchedule> schedule_;
};

}  // namespace stunt::harness
