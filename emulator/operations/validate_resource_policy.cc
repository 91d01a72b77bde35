// SPDX-License-Identifier: MIT
#include "emulator/operations/validate_resource_policy.h"

#include "emulator/operations/named_secret.h"
#include "emulator/operations/sent_policy.h"
#include "emulator/policy/breadth.h"
#include "emulator/policy/verdict.h"

namespace stunt::emulator {
namespace {

using aws::Json;

/// True if the policy would keep the caller from replacing it. Conditions are not looked at:
/// another call may say something else than this one.
bool locks_out(const policy::Policy& policy, const Context& context, const std::string& arn) {
  const auto nothing = [](std::string_view) { return std::nullopt; };
  return policy::verdict(policy, {context.shelf.place().account, "secretsmanager:PutResourcePolicy",
                                  arn, nothing}) == policy::Verdict::denied;
}

Json failed(const char* check, const char* text) {
  return {{"CheckName", check}, {"ErrorMessage", text}};
}

}  // namespace

Result validate_resource_policy(const Context& context) {
  const auto sent = sent_policy(context.parameters);
  if (!sent) return tl::unexpected(sent.error());
  std::string arn = "*";
  if (context.parameters.has("SecretId")) {
    const auto secret = named_secret(context);
    if (!secret) return tl::unexpected(secret.error());
    arn = (*secret)->arn;
  }
  auto errors = Json::array();
  if (policy::is_broad(*sent)) {
    errors.push_back(failed("REFLEXIVE_PRINCIPAL_CHECK",
                            "This resource policy allows broad access to the secret."));
  }
  if (locks_out(*sent, context, arn)) {
    errors.push_back(failed("LOCKOUT_CHECK",
                            "This resource policy locks you out: you could not change it again."));
  }
  const bool passed = errors.empty();
  return Answer{{{"PolicyValidationPassed", passed}, {"ValidationErrors", std::move(errors)}}};
}

}  // namespace stunt::emulator
