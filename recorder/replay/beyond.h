// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "aws/call.h"
#include "aws/outcome.h"
#include "aws/service_model.h"
#include "recorder/replay/options.h"
#include "recorder/replay/remap.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// The engine behind a replay: it answers what the recording does not. A client that knows a secret
/// by the recorded ARN is understood, and gets the ids back that it knows. Thread-safe.
class Beyond {
 public:
  using Warn = std::function<void(const std::string& warning)>;

  /// `engine` may be empty: then nobody may be asked. `service` must outlive this.
  Beyond(aws::Handler engine, const aws::ServiceModel& service, Remap what, Warn warn);

  explicit operator bool() const { return static_cast<bool>(engine_); }

  /// The engine's answer. Ids are paired with those of `alike`, the recorded answer that would have
  /// been given, in today's ids; it may be empty.
  aws::Outcome answer(const aws::Call& call, ExchangeLine::Reply alike = {});

  /// A recorded answer that a client got: from now on it knows the secret by this ARN.
  void told(const aws::Json& answer);

  std::size_t conflicts() const;

 private:
  struct Asked;

  bool name_secret(const aws::Call& call, aws::Json& body) const;
  aws::Outcome settled(aws::Outcome outcome, const std::shared_ptr<const Asked>& asked);
  void translate(http::Reply& reply, const ExchangeLine::Reply& alike);
  void learn(const aws::Json& answer, int status, const ExchangeLine::Reply& alike);

  const aws::Handler engine_;
  const aws::ServiceModel& service_;
  const Warn warn_;
  const bool names_;  ///< a secret by its name, where its ARN is not known yet

  mutable std::mutex mutex_;
  IdMap ids_;                                          ///< what clients know, and the engine's
  std::unordered_map<std::string, std::string> arns_;  ///< that clients know, by the secret's name
  std::size_t warned_ = 0;                             ///< conflicts that were told
};

}  // namespace stunt::recorder
