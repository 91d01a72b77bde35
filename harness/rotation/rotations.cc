// SPDX-License-Identifier: MIT
#include "harness/rotation/rotations.h"

#include <stdexcept>
#include <utility>

#include "harness/rotation/builtin.h"
#include "harness/rotation/lambda.h"

namespace stunt::harness {
namespace {

using emulator::RotationEnd;

/// No function can be invoked.
class NoRotation : public RotationMethod {
 public:
  void rotate(emulator::RotationOrder, RotationListener listener) override {
    listener.answered(false);
  }
};

}  // namespace

Rotations::Rotations(RotationSettings settings, const world::Clock& clock,
                     world::VirtualClock* movable, world::Random random,
                     const aws::SecretAccessKey& own_secret)
    : settings_(std::move(settings)),
      clock_(clock),
      movable_(movable),
      random_(random),
      own_secret_(own_secret),
      thread_(clock) {
  if (settings_.chosen() == RotationSettings::Mode::lambda && settings_.lambda_endpoint.empty() &&
      settings_.functions.empty()) {
    throw std::invalid_argument("rotation by lambda needs a lambda-endpoint, or functions");
  }
}

void Rotations::start(std::shared_ptr<emulator::SecretsManager> service,
                      http::Application& application) {
  service_ = std::move(service);
  client_.emplace(application, clock_, thread_.loop());
  method_ = method();
  schedule_.emplace(thread_.loop(), clock_, movable_, book());
  schedule_->start();
}

std::unique_ptr<RotationMethod> Rotations::method() {
  switch (settings_.chosen()) {
    case RotationSettings::Mode::builtin:
      return std::make_unique<BuiltinRotation>(*client_, clock_, random_, own_secret_);
    case RotationSettings::Mode::lambda:
      return std::make_unique<LambdaRotation>(settings_);
    case RotationSettings::Mode::none:
      break;
  }
  return std::make_unique<NoRotation>();
}

RotationBook Rotations::book() {
  if (!service_) return {[] { return std::nullopt; }, [] { return RotationBook::Orders(); }, {}};
  const auto rotate = [this](emulator::RotationOrder order, std::function<void(RotationEnd)> done) {
    const auto ended = [this, order, done = std::move(done)](RotationEnd end) {
      service_->rotation_ended(order, end);
      done(end);
    };
    // Nobody waits for an answer; one that is refused has failed.
    const auto answered = [ended](bool accepted) {
      if (!accepted) ended(RotationEnd::failed);
    };
    method_->rotate(std::move(order), {answered, ended});
  };
  return {[this] { return service_->next_rotation(); },
          [this] { return service_->due_rotations(); }, rotate};
}

void Rotations::begin(emulator::RotationOrder order, std::function<void(bool accepted)> answered) {
  schedule_->begins();
  auto ended = [this, order](RotationEnd end) {
    service_->rotation_ended(order, end);
    schedule_->has_ended();
  };
  auto told = [this, answered = std::move(answered)](bool accepted) {
    if (!accepted) schedule_->has_ended();
    answered(accepted);
  };
  method_->rotate(std::move(order), {std::move(told), std::move(ended)});
}

void Rotations::advance(world::Duration by, RotationSchedule::Moved moved) {
  schedule_->advance(by, std::move(moved));
}

void Rotations::stop() {
  if (!schedule_) return thread_.stop();
  thread_.stop([this] {
    schedule_->stop();
    client_->stop();
  });
  method_.reset();
}

}  // namespace stunt::harness
