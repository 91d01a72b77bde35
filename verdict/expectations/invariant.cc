// SPDX-License-Identifier: MIT
#include "verdict/invariants/invariant.h"

#include <array>

#include "verdict/engine.h"
#include "verdict/kinds.h"

namespace stunt::verdict {
namespace {

constexpr std::array kInvariants = {
    Invariant{"oneCurrent", "every secret with versions has one AWSCURRENT", check_one_current},
    Invariant{"noPhantomVersion", "no version came from nowhere, and none is lost",
              check_no_phantom_version},
    Invariant{"readYourWrites", "every client reads what it wrote, or something newer",
              check_read_your_writes},
    Invariant{"tokenIsIdempotent", "no idempotency token made two versions",
              check_token_is_idempotent},
    Invariant{"versionValueIsAFunction", "no version had two values",
              check_version_value_is_a_function},
    Invariant{"secretsNeverLogged", "nothing that was written holds a value of a secret",
              check_secrets_never_logged},
};

class InvariantExpectation : public Expectation {
 public:
  InvariantExpectation(std::string name, const Invariant& invariant)
      : Expectation(std::move(name)), invariant_(invariant) {}

  Finding judge(const Evidence& evidence) const override {
    Judgement judgement;
    try {
      invariant_.check(evidence, judgement);
    } catch (const NoAnswer& error) {
      judgement.unclear(error.what());
    }
    return judgement.finding(name(), std::string(invariant_.holds));
  }

  aws::Json to_json() const override { return {{"name", name()}, {"invariant", invariant_.name}}; }

 private:
  const Invariant& invariant_;
};

}  // namespace

std::span<const Invariant> invariants() { return kInvariants; }

std::shared_ptr<const Expectation> read_invariant(const Item& item) {
  std::vector<std::string_view> names;
  for (const auto& invariant : kInvariants) names.push_back(invariant.name);
  const auto chosen = item.settings.choice({names});
  if (!chosen) return nullptr;
  const auto& invariant = kInvariants[*chosen];
  return std::make_shared<InvariantExpectation>(
      item.name_or("invariant " + std::string(invariant.name)), invariant);
}

}  // namespace stunt::verdict
