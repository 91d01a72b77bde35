// SPDX-License-Identifier: MIT
//
// Any text as a scenario file. Either every problem has a place and says something, or the
// scenario's canonical form is read back as the same scenario, and warnings say something too.
#include <cstdint>
#include <string_view>
#include <vector>

#include "emulator/model/secrets_manager.h"
#include "finding.h"
#include "scenarios/lint/lint.h"
#include "scenarios/load.h"
#include "scenarios/write.h"
#include "verdict/expectation.h"

namespace {

using namespace stunt;

void check_problems(const std::vector<input::Problem>& problems) {
  for (const auto& problem : problems) {
    test::expect(!problem.message.empty(), "a problem without a word");
    test::expect(problem.at.file == "f", "a problem in no file");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& service = emulator::secrets_manager();
  std::string written;
  try {
    const auto checked = scenarios::check_text(text, "f", service, verdict::read_expect);
    check_problems(checked.warnings);
    written = scenarios::write(checked.scenario);
  } catch (const input::BadInput& bad) {
    test::expect(!bad.problems.empty(), "refused for nothing");
    check_problems(bad.problems);
    return 0;
  }
  try {
    const auto again = scenarios::load_text(written, "f", service, verdict::read_expect);
    test::expect(scenarios::write(again) == written, "another scenario the second time");
  } catch (const input::BadInput&) {
    test::expect(false, "a canonical form that is refused");
  }
  return 0;
}
