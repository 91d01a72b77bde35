// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/board.h"
#include "scenarios/rule.h"
#include "stunt/rule.h"

namespace stunt::embedded {

/// A rule that was said in C++, read as one of a scenario file is. Throws std::invalid_argument.
scenarios::Rule read_rule(const Rule& rule, const std::string& id,
                          const scenarios::Board::States& machines, bool scoped);

}  // namespace stunt::embedded
