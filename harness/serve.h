// SPDX-License-Identifier: MIT
#pragma once

#include "harness/settings.h"

namespace stunt::harness {

/// `stunt serve`: serves until SIGINT or SIGTERM, then ends with the settings' grace; a second
/// signal ends at once. SIGHUP reopens transcripts that were moved away. Returns the exit code: 0,
/// or 1 if the recording failed or the state could not be kept. Throws what Stage throws. Call it
/// before any other thread is started: it blocks the signals for all.
int serve(const Settings& given);

}  // namespace stunt::harness
