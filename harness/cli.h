// SPDX-License-Identifier: MIT
#pragma once

namespace stunt::harness {

/// The program `stunt`. Exit codes: 0 done, 1 failed, 2 wrong usage or a broken file.
int run(int argc, char** argv);

}  // namespace stunt::harness
