// SPDX-License-Identifier: MIT
#include "emulator/rotation/step.h"

namespace stunt::emulator {

std::string_view to_string(RotationStep step) {
  switch (step) {
    case RotationStep::create_secret:
      return "createSecret";
    case RotationStep::set_secret:
      return "setSecret";
    case RotationStep::test_secret:
      return "testSecret";
    case RotationStep::finish_secret:
      break;
  }
  return "finishSecret";
}

}  // namespace stunt::emulator
