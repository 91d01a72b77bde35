// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "recorder/replay/options.h"

namespace stunt::harness {

/// What a flag, or a member of a configuration file, makes of a replay that something else began:
/// --replay or a scenario's `replay`.
using ReplayChange = std::function<void(recorder::ReplayOptions&)>;

/// Each throws std::invalid_argument that says what would be right.
ReplayChange replay_order(const std::string& text);
ReplayChange replay_on_miss(const std::string& text);
ReplayChange replay_exhausted(const std::string& text);
ReplayChange replay_remap(const std::string& text);
ReplayChange replay_timing(const std::string& text);
ReplayChange replay_ignore(const std::vector<std::string>& pointers);

}  // namespace stunt::harness
