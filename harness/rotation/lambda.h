// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/rotation/method.h"
#include "harness/rotation/settings.h"
#include "http/client.h"

namespace stunt::harness {

/// Rotates by calling the secret's function, a step at a time, as Lambda is called: JSON in, 200
/// out, unless X-Amz-Function-Error says that the function failed.
///
/// Refused is a rotation whose first step finds no function (no URL, 404), may not call it (403)
/// or nobody listens. Everything else that is no success ends the rotation as failed.
class LambdaRotation : public RotationMethod {
 public:
  explicit LambdaRotation(RotationSettings settings) : settings_(std::move(settings)) {}

  void rotate(emulator::RotationOrder order, RotationListener listener) override;

 private:
  struct Run;

  void invoke(std::shared_ptr<Run> run);
  void hear(const std::shared_ptr<Run>& run,
            const tl::expected<http::Reply, http::NoAnswer>& result);

  const RotationSettings settings_;
  http::Client client_;
};

}  // namespace stunt::harness
