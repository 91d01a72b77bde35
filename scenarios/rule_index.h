// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aws/call.h"
#include "aws/service_model.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// Finds the rules that a call may be about, without a look at all the others: by its operation,
/// and by its secret where a rule names just one. Immutable, thread-safe.
class RuleIndex {
 public:
  using Index = std::uint32_t;  ///< a rule's, in the order in which the rules were given

  /// The rules and `service` must outlive it.
  RuleIndex(const std::vector<const Rule*>& rules, const aws::ServiceModel& service);

  /// Calls visit(index) for each, in the order in which they have their say: those of phase
  /// `before` first, then those at a commit point, then those of `after`; of each the ones with the
  /// higher priority first, then as given. Their conditions are still to be asked.
  template <typename Visit>
  void visit(const aws::Call& call, Visit visit) const {
    const auto& bucket = bucket_of(call);
    const auto found = bucket.by_secret.find(call.secret);
    const auto& named = found == bucket.by_secret.end() ? kNone : found->second;
    auto one = named.begin();
    for (const auto& other : bucket.others) {
      for (; one != named.end() && *one < other; ++one) visit(one->rule);
      visit(other.rule);
    }
    for (; one != named.end(); ++one) visit(one->rule);
  }

 private:
  struct Place {
    Index rank;  ///< its place among all rules as they have their say
    Index rule;

    bool operator<(const Place& other) const { return rank < other.rank; }
  };

  /// The rules for one operation, each in one of the two, by rank.
  struct Bucket {
    std::vector<Place> others;
    std::unordered_map<std::string_view, std::vector<Place>> by_secret;
  };

  inline static const std::vector<Place> kNone{};

  static void add(Bucket& bucket, const Rule& rule, Place place);
  const Bucket& bucket_of(const aws::Call& call) const;

  const aws::ServiceModel& service_;
  std::vector<Bucket> by_operation_;  ///< of the service, in its order
  Bucket for_unknown_;                ///< all rules, for operations that it does not have
};

}  // namespace stunt::scenarios
