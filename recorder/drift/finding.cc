// SPDX-License-Identifier: MIT
#include "recorder/drift/finding.h"

#include <numeric>

namespace stunt::recorder {

using Kind = Finding::Kind;

std::string_view to_string(Kind kind) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "equal", "different", "sent", "notCompared", "notSent", "missing", "extra"};
  return kNames[static_cast<std::size_t>(kind)];
}

void Totals::add(const Finding& finding) {
  ++kinds_[static_cast<std::size_t>(finding.kind)];
  if (!finding.reason.empty()) ++reasons_[finding.reason];
  for (const auto* differences : {&finding.request, &finding.answer}) {
    for (const auto& one : *differences) ++severities_[static_cast<std::size_t>(one.severity)];
  }
}

std::uint64_t Totals::all() const {
  return std::accumulate(kinds_.begin(), kinds_.end(), std::uint64_t{0});
}

std::uint64_t Totals::of(Kind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }

std::uint64_t Totals::of(Severity severity) const {
  return severities_[static_cast<std::size_t>(severity)];
}

bool Totals::is_failure(const Severities& counting) const {
  if (of(Kind::missing) + of(Kind::extra) > 0) return true;
  for (std::size_t i = 0; i < kSeverities; ++i) {
    if (counting[i] && severities_[i] > 0) return true;
  }
  return false;
}

}  // namespace stunt::recorder
