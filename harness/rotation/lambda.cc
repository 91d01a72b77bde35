// SPDX-License-Identifier: MIT
#include "harness/rotation/lambda.h"

#include <utility>

#include "aws/json.h"
#include "harness/rotation/function_url.h"

namespace stunt::harness {
namespace {

using emulator::RotationEnd;
using Result = tl::expected<http::Reply, http::NoAnswer>;

bool is_refused(const Result& result) {
  if (!result) return result.error().reason == http::NoAnswer::Reason::no_connection;
  return result->status == 403 || result->status == 404;
}

bool succeeded(const Result& result) {
  return result && result->status == 200 && !result->headers.get("X-Amz-Function-Error");
}

std::string event(const emulator::RotationOrder& order, emulator::RotationStep step) {
  const aws::Json event = {{"Step", to_string(step)},
                           {"SecretId", order.secret_arn},
                           {"ClientRequestToken", order.token},
                           {"RotationToken", order.rotation_token}};
  return event.dump();
}

}  // namespace

/// A rotation on its way through its steps.
struct LambdaRotation::Run {
  const emulator::RotationOrder order;
  const RotationListener listener;
  const std::string url;
  std::size_t step = 0;
};

void LambdaRotation::rotate(emulator::RotationOrder order, RotationListener listener) {
  auto url = function_url(settings_, order.function_arn);
  if (!url || order.steps.empty()) return listener.answered(false);
  invoke(std::make_shared<Run>(Run{std::move(order), std::move(listener), std::move(*url)}));
}

void LambdaRotation::invoke(std::shared_ptr<Run> run) {
  http::Errand errand{run->url,
                      {{"Content-Type", "application/json"},
                       {"User-Agent", "stunt-rotation"},
                       {"X-Amz-Invocation-Type", "RequestResponse"}},
                      event(run->order, run->order.steps[run->step]),
                      settings_.timeout};
  client_.post(std::move(errand),
               [this, run = std::move(run)](const Result& result) { hear(run, result); });
}

void LambdaRotation::hear(const std::shared_ptr<Run>& run, const Result& result) {
  const auto& [answered, ended] = run->listener;
  const bool first = run->step == 0;
  if (first && is_refused(result)) return answered(false);
  const bool failed = !succeeded(result);
  const bool over = failed || ++run->step == run->order.steps.size();
  // Whoever has the answer finds what is over in its final state.
  if (over) ended(failed ? RotationEnd::failed : RotationEnd::finished);
  if (first) answered(true);
  if (!over) invoke(run);
}

}  // namespace stunt::harness
