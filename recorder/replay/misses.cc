// SPDX-License-Identifier: MIT
#include "recorder/replay/misses.h"

#include "aws/arn.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kMostCompared = 1000;
constexpr std::size_t kMostBytesCompared = std::size_t{4} << 20;

std::string subject_of(const std::string& operation, std::string_view secret) {
  if (operation.empty()) return "call of an unknown operation";
  return secret.empty() ? operation : operation + " for " + std::string(secret);
}

}  // namespace

std::string subject(const aws::Call& call) {
  return subject_of(call.model ? std::string(call.model->name) : std::string(), call.secret);
}

std::vector<aws::NearMiss> Misses::nearest(const aws::Call& call,
                                           const Matching::Request& request) const {
  const auto operation = recordings_.operation_number(call.model);
  const auto secret = secret_hash(call.secret);
  std::vector<Candidate> candidates;
  std::size_t bytes = 0;
  for (const bool same_secret : {true, false}) {
    for (const auto& recording : recordings_.all()) {
      if (recording.operation != operation) continue;
      if ((recording.secret == secret) != same_secret) continue;
      bytes += recording.length;
      if (candidates.size() == kMostCompared || bytes > kMostBytesCompared) break;
      auto recorded = recordings_.request(recordings_.read(recording));
      candidates.push_back({recording.seq, std::move(recorded.body)});
    }
  }
  return near_misses(candidates, request.body, clash_);
}

std::vector<aws::NearMiss> Misses::compared(const Matching::Request& request,
                                            std::size_t recording) const {
  const auto& next = recordings_.all()[recording];
  const Candidate candidate{next.seq, recordings_.request(recordings_.read(next)).body};
  return near_misses({&candidate, 1}, request.body, clash_);
}

std::string Misses::out_of_order(const aws::Call& call, std::size_t recording) const {
  const auto& next = recordings_.all()[recording];
  const auto secret = recordings_.read(next).key.secret_id;
  return subject(call) + " came out of order: the recording goes on with seq " +
         std::to_string(next.seq) + ", " +
         subject_of(recordings_.operation_name(next), aws::secret_name(secret));
}

}  // namespace stunt::recorder
