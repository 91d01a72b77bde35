// SPDX-License-Identifier: MIT
#include "input/duration.h"
#include "recorder/drift/printer.h"

namespace stunt::recorder {

std::vector<std::string> left_out(const DriftEnd& end) {
  std::vector<std::string> told = {
      "headers and request ids",
      "which ARN suffix, account, version id and token is which: they are paired, one for one"};
  const auto& tolerance = end.rules.date_tolerance;
  told.push_back(tolerance ? "dates within " + input::format_duration(*tolerance) +
                                 " of each other, seen from their answers"
                           : "dates, but for whether there is one");
  for (const auto& [pattern, count] : end.ignored.counts()) {
    told.push_back(pattern + ", met " + std::to_string(count) + (count == 1 ? " time" : " times"));
  }
  return told;
}

}  // namespace stunt::recorder
