// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <tl/expected.hpp>

#include "aws/call.h"
#include "aws/error.h"
#include "aws/json.h"
#include "emulator/breakdown.h"
#include "emulator/parameters.h"
#include "emulator/rotation/begun.h"
#include "emulator/rotation/rotator.h"
#include "emulator/settings.h"
#include "emulator/shelves.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::emulator {

/// All that an operation knows and may change. Lives for one call, under the vault's lock.
struct Context {
  const aws::Call& call;
  const Parameters& parameters;
  const Settings& settings;
  Shelves& shelves;
  Shelf& shelf;  ///< of the call's account and Region
  world::Instant now;
  const world::Random& random;
  const Rotator* rotator;  ///< nullptr: no rotation function can be invoked
  Breakdown& breakdown;    ///< where the operation ends half done
};

/// What an operation answers when it succeeds.
struct Answer {
  aws::Json body;        ///< null: no body at all, as operations without output have it
  bool changed = false;  ///< whether state is another than before; reads say false

  /// Set by RotateSecret: whether this is the answer is decided by who begins the rotation.
  std::optional<BegunRotation> begun{};
};

using Result = tl::expected<Answer, aws::Error>;

/// One of the service's operations. When it runs, types, constraints and the name's syntax were
/// checked already; it checks its parameters against each other, then what is there, then the
/// state, and changes nothing before all checks have passed. The commit points that it comes to
/// are in the service model.
struct Operation {
  std::string_view name;
  Result (*run)(const Context& context);
};

}  // namespace stunt::emulator
