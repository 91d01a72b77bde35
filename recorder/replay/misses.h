// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "aws/call.h"
#include "aws/outcome.h"
#include "recorder/replay/near_miss.h"
#include "recorder/replay/recordings.h"

namespace stunt::recorder {

/// Says what the recording has instead of what was asked for. A miss in a long transcript must not
/// hold up other calls: of many recordings some are compared, those of the same secret first.
class Misses {
 public:
  /// Both must outlive this.
  Misses(const Recordings& recordings, Clash clash)
      : recordings_(recordings), clash_(std::move(clash)) {}

  /// What differs least from the request.
  std::vector<aws::NearMiss> nearest(const aws::Call& call, const Matching::Request& request) const;

  /// What differs from this one.
  std::vector<aws::NearMiss> compared(const Matching::Request& request,
                                      std::size_t recording) const;

  /// "GetSecretValue for a came out of order: seq 3, PutSecretValue for b, is next"
  std::string out_of_order(const aws::Call& call, std::size_t recording) const;

 private:
  const Recordings& recordings_;
  const Clash clash_;
};

/// "GetSecretValue for prod/db"
std::string subject(const aws::Call& call);

}  // namespace stunt::recorder
