// SPDX-License-Identifier: MIT
#include <utility>

#include "scenarios/director.h"
#include "scenarios/fate.h"

namespace stunt::scenarios {

aws::Middleware Director::inject() {
  return [this](aws::Handler next) -> aws::Handler {
    // Shared, because an outcome may ask it long after the handler returned.
    return [this, engine = std::make_shared<const aws::Handler>(std::move(next))](
               const aws::Call& call) { return answer(call, engine); };
  };
}

aws::Outcome Director::answer(const aws::Call& call, const Engine& engine) {
  const auto fired = decide(call);
  if (fired.empty()) return (*engine)(call);
  std::vector<Hit> hits;
  for (const auto& [rule, u] : fired) hits.push_back({rule, u});
  const Fate::Stage stage{random_, clock_, board_, [this](const Rule& rule) { note_struck(rule); }};
  return std::make_shared<Fate>(call, std::move(hits), stage, engine)->run();
}

}  // namespace stunt::scenarios
