// SPDX-License-Identifier: MIT
#include "harness/drift/lanes.h"

#include "aws/arn.h"

namespace stunt::harness {

bool Lanes::may_start(const recorder::ExchangeLine& line) const {
  const auto its_lane = lane(line);
  if (most_ == 0) return !busy_.contains(its_lane);
  if (its_lane.empty() || busy_.contains("")) return busy_.empty();
  return busy_.size() < most_ && !busy_.contains(its_lane);
}

void Lanes::start(const recorder::ExchangeLine& line) { busy_.insert(lane(line)); }

void Lanes::end(const recorder::ExchangeLine& line) { busy_.erase(lane(line)); }

std::string Lanes::lane(const recorder::ExchangeLine& line) const {
  if (most_ == 0) return std::to_string(line.connection);
  return std::string(aws::secret_name(line.key.secret_id));
}

}  // namespace stunt::harness
