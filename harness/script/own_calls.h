// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "aws/error.h"
#include "aws/json.h"
#include "aws/ordinals.h"
#include "aws/outcome.h"
#include "aws/sigv4/secret_access_key.h"
#include "emulator/place.h"
#include "harness/application.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::harness {

/// Calls that a script, or who judges it, makes itself: straight to the engine, past all rules, and
/// counted apart from those of clients. An idempotency token that is not given is made up, as the
/// SDKs do. Thread-safe.
class OwnCalls {
 public:
  using Answer = tl::expected<aws::Json, aws::Error>;

  /// `clock` must outlive it. The calls are numbered by `ordinals`.
  OwnCalls(aws::Handler engine, const world::Clock& clock, world::Random random,
           emulator::Place place, const aws::SecretAccessKey& own_secret,
           std::shared_ptr<aws::Ordinals> ordinals);

  /// The answer's body. Waits for the rotation that RotateSecret begins; never on a thread of the
  /// server.
  Answer ask(std::string_view operation, const aws::Json& input);

  /// The answer as it is; 504 if there is none in time.
  http::Reply reply(std::string_view operation, const aws::Json& input);

  /// The tokens that it makes up begin anew.
  void forget() { tokens_ = 0; }

  /// Sees each call that has come, and each that has ended.
  void tell(Application::Ear ear) { application_.tell(std::move(ear)); }
  void record_to(Application::Sink sink) { application_.record_to(std::move(sink)); }

 private:
  aws::Json with_token(std::string_view operation, const aws::Json& input);

  Application application_;
  const world::Clock& clock_;
  const world::Random random_;
  std::atomic<std::uint64_t> tokens_{0};
  const emulator::Place place_;
  const aws::SecretAccessKey own_secret_;
};

}  // namespace stunt::harness
