// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "recorder/redaction/pseudonyms.h"
#include "recorder/replay/bindings.h"
#include "world/random.h"

namespace stunt::recorder {

/// The value that a recorded pseudonym stood for, where somebody knows it; of numbers and booleans
/// the JSON text.
using KnownSecret = std::function<std::optional<std::string>(const Pseudonym&)>;

/// Which value stands in a live session for a pseudonym of the recording: the one that it is bound
/// to, else one that is known, else one made from the seed. Not thread-safe.
class LiveSecrets {
 public:
  /// `live` are the pseudonyms of the live session; both outlive this. `known` may be empty.
  LiveSecrets(KnownSecret known, const world::Random& random, Pseudonyms& live, Bindings& bindings)
      : known_(std::move(known)), random_(random), live_(live), bindings_(bindings) {}

  /// Throws std::invalid_argument if the known value is not of the pseudonym's kind.
  Secret of(const Pseudonym& recorded);

 private:
  Secret bind(const Pseudonym& recorded, const Pseudonym& live);

  const KnownSecret known_;
  const world::Random random_;
  Pseudonyms& live_;
  Bindings& bindings_;
};

}  // namespace stunt::recorder
