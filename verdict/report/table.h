// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "verdict/verdict.h"

namespace stunt::verdict::report {

/// Exchanges as a table for people, titles first, each line behind `indent`.
void write_table(const std::vector<const Row*>& rows, std::string_view indent, std::ostream& out);

}  // namespace stunt::verdict::report
