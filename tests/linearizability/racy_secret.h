// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>

#include "secret_model.h"

namespace stunt::test {

/// A mistake that somebody might make in a service.
enum class Race {
  none,
  lock_dropped,        ///< a write reads the secret, lets others at it, and then writes
  label_in_two_steps,  ///< a label is taken from one version and then given to another
  half_written,        ///< a version can be read before all of its value is there
};

/// The one secret, served to several threads with such a mistake.
class RacySecret {
 public:
  explicit RacySecret(Race race) : race_(race) {}

  std::string apply(const Command& command);

 private:
  std::string put_with_lock_dropped(const Command& command);
  std::string move_in_two_steps(const Command& command);
  std::string put_in_halves(const Command& command);

  const Race race_;
  std::mutex mutex_;
  SecretModel secret_;
};

}  // namespace stunt::test
