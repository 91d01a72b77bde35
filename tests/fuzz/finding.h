// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace stunt::test {

/// What a fuzz target promises of every input. A broken promise ends the process, as libFuzzer has
/// it: the input is then kept as a finding.
inline void expect(bool promise, std::string_view otherwise) {
  if (promise) return;
  std::cerr << "broken promise: " << otherwise << std::endl;
  std::abort();
}

}  // namespace stunt::test
