// SPDX-License-Identifier: MIT
#include "emulator/operations/sent_policy.h"

#include "emulator/errors.h"
#include "emulator/policy/grammar.h"

namespace stunt::emulator {

tl::expected<policy::Policy, aws::Error> sent_policy(const Parameters& parameters) {
  return policy::read_policy(*parameters.text("ResourcePolicy")).map_error([](policy::Flaw flaw) {
    return flaw == policy::Flaw::principal ? errors::unsupported_principal()
                                           : errors::malformed_policy();
  });
}

}  // namespace stunt::emulator
