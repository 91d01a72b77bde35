// SPDX-License-Identifier: MIT
#include "verdict/unfired.h"

#include "verdict/judgement.h"
#include "verdict/near_miss.h"

namespace stunt::verdict {

std::vector<Finding> unfired_rules(const Evidence& evidence) {
  std::vector<Finding> findings;
  for (const auto& rule : evidence.rules) {
    if (!rule.must_fire || rule.fired > 0) continue;
    Judgement judgement;
    const auto never = "the rule " + rule.id + " never fired";
    if (rule.matched > 0) {
      judgement.wrong(never + ": " + counted(rule.matched, "call") +
                      " met its conditions, but its count or chance, another rule or its own "
                      "faults kept it back");
    } else if (!rule.match) {
      judgement.wrong(never + ": no call met its conditions");
    } else {
      const auto misses = nearest_misses(*rule.match, evidence);
      Judgement::Seqs seqs;
      for (const auto& miss : misses) seqs.push_back(miss.seq);
      judgement.wrong(never + ": no call met its conditions", seqs);
      judgement.notes(tell(misses));
    }
    judgement.note("if it need not fire, say so with mustFire: false");
    findings.push_back(judgement.finding("rule " + rule.id + " fires", ""));
  }
  return findings;
}

}  // namespace stunt::verdict
