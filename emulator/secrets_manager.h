// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "aws/outcome.h"
#include "emulator/operations/operation.h"
#include "emulator/ports.h"
#include "emulator/rotation/rotator.h"
#include "emulator/settings.h"
#include "emulator/validator.h"
#include "emulator/vault.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::emulator {

/// AWS Secrets Manager: answers calls from a vault in memory. What it answers is a function of the
/// calls before, the clock, and the seed; ids are drawn per call, never from a stream. Thread-safe;
/// each operation happens at one moment.
///
/// If the vault has a store, an answer is given once all that the call has seen is kept; a call
/// that may write and cannot be kept is answered with InternalServiceError.
class SecretsManager {
 public:
  /// The clock must outlive it.
  SecretsManager(Settings settings, const world::Clock& clock, world::Random random,
                 Ports ports = {});

  aws::Outcome answer(const aws::Call& call);

  /// When due_rotations() has something to do next; may lie in the past. It may turn out to be
  /// nothing, if the secret is gone by then.
  std::optional<world::Instant> next_rotation() const;

  /// The rotations that are due by the clock. Each is begun here (the version with AWSPENDING is
  /// made) and told once; what became of it is told by rotation_ended().
  std::vector<RotationOrder> due_rotations();

  /// An order that was accepted, or was due, has ended.
  void rotation_ended(const RotationOrder& order, RotationEnd end);

  /// From now on it is remembered how secrets were, or no longer: calls that only read a secret
  /// that they name can then be told its past (aws::Terms: lag, versions_back), and writes can be
  /// hidden from them for a while (visible_after). Without it these terms mean nothing, and nothing
  /// is spent on them. What it costs, and how far it reaches: emulator/history.h.
  void keep_history(bool wanted);

  /// For whoever puts secrets there before the first call, keeps them, or wants to see them.
  Vault& vault() { return vault_; }

 private:
  /// Whether the signature was right; empty if nobody has verified it.
  using Believed = std::optional<bool>;

  Result run(const aws::Call& call, Breakdown& breakdown, Believed& believed);
  aws::Outcome ask_rotator(Answer answer, std::string request_id, Believed believed);
  void take_back(const BegunRotation& begun);

  const Settings settings_;
  const world::Clock& clock_;
  const world::Random random_;
  const Ports ports_;
  const Validator validator_;
  mutable Vault vault_;  // to look is to lock
};

}  // namespace stunt::emulator
