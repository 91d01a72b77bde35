// SPDX-License-Identifier: MIT
#include "harness/cli.h"

int main(int argc, char** argv) { return stunt::harness::run(argc, argv); }
