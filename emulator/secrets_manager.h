// SPDX-License-Identifier: MIT
#pragma once

#include "aws/outcome.h"
#include "emulator/operations/operation.h"
#include "emulator/settings.h"
#include "emulator/validator.h"
#include "emulator/vault.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::emulator {

/// AWS Secrets Manager: answers calls from a vault in memory. What it answers is a function of the
/// calls before, the clock, and the seed; ids are drawn per call, never from a stream. Thread-safe;
/// each operation happens at one moment.
class SecretsManager {
 public:
  /// The clock must outlive it.
  SecretsManager(Settings settings, const world::Clock& clock, world::Random random);

  aws::Outcome answer(const aws::Call& call);

 private:
  Result run(const aws::Call& call);

  const Settings settings_;
  const world::Clock& clock_;
  const world::Random random_;
  const Validator validator_;
  Vault vault_;
};

}  // namespace stunt::emulator
