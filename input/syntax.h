// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include <yaml-cpp/exceptions.h>

#include "input/problem.h"
#include "input/source_text.h"

namespace stunt::input {

/// Notes a syntax error in words that help: yaml-cpp's own name what its scanner saw. `open` is
/// where the innermost list or object begins that was being read.
void explain(const YAML::Exception& error, const SourceText& source, std::optional<Position> open,
             Problems& problems);

}  // namespace stunt::input
