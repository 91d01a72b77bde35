// SPDX-License-Identifier: MIT
#pragma once

#include "aws/sigv4/secret_access_key.h"
#include "harness/local_client.h"
#include "harness/rotation/method.h"
#include "world/random.h"

namespace stunt::harness {

/// Rotates as the function does that AWS's template makes: the same calls in the same order, each
/// of them through the whole chain. The next value is a NextValue; there is nothing to set in
/// setSecret.
///
/// The steps are done at once, on the caller's thread; `answered` is told when the rotation has
/// ended, or before the first answer that has to wait.
class BuiltinRotation : public RotationMethod {
 public:
  /// All must outlive it.
  BuiltinRotation(LocalClient& client, const world::Clock& clock, const world::Random& random,
                  const aws::SecretAccessKey& own_secret)
      : client_(client), clock_(clock), random_(random), own_secret_(own_secret) {}

  void rotate(emulator::RotationOrder order, RotationListener listener) override;

 private:
  LocalClient& client_;
  const world::Clock& clock_;
  const world::Random& random_;
  const aws::SecretAccessKey& own_secret_;
};

}  // namespace stunt::harness
