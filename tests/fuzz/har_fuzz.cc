// SPDX-License-Identifier: MIT
#include "import_finding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stunt::test::import_bytes(data, size, stunt::recorder::ImportFormat::har);
  return 0;
}
