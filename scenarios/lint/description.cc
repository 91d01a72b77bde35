// SPDX-License-Identifier: MIT
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {

void find_missing_description(const Subject& subject) {
  const auto& scenario = subject.scenario;
  if (!scenario.name.starts_with("library/") || !scenario.description.empty()) return;
  follow(subject.root, {"scenario"})
      .wrong("a scenario of the library without a description",
             "add 'description': what happens, and what a well-behaved client does");
}

}  // namespace stunt::scenarios::lint
