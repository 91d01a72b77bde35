// SPDX-License-Identifier: MIT
#include "emulator/operations/get_random_password.h"

#include "emulator/password.h"

namespace stunt::emulator {
namespace {

PasswordRules read_rules(const Parameters& asked) {
  PasswordRules rules;
  if (const auto length = asked.integer("PasswordLength")) {
    rules.length = static_cast<std::size_t>(*length);
  }
  rules.excluded = asked.text("ExcludeCharacters").value_or("");
  rules.lowercase = !asked.flag("ExcludeLowercase");
  rules.uppercase = !asked.flag("ExcludeUppercase");
  rules.numbers = !asked.flag("ExcludeNumbers");
  rules.punctuation = !asked.flag("ExcludePunctuation");
  rules.space = asked.flag("IncludeSpace");
  if (asked.has("RequireEachIncludedType")) {
    rules.require_each_type = asked.flag("RequireEachIncludedType");
  }
  return rules;
}

}  // namespace

Result get_random_password(const Context& context) {
  std::uint64_t drawn = 0;
  const auto bits = [&] {
    return aws::draw(context.random, context.call, "password", std::to_string(drawn++));
  };
  auto password = random_password(read_rules(context.parameters), bits);
  if (!password) return tl::unexpected(std::move(password.error()));
  return Answer{{{"RandomPassword", std::move(*password)}}};
}

}  // namespace stunt::emulator
