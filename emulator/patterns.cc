// SPDX-License-Identifier: MIT
#include "emulator/patterns.h"

#include <cassert>

#include <re2/re2.h>

namespace stunt::emulator {

Patterns::Patterns(const aws::ServiceModel& service) {
  for (const auto& operation : service.operations) add(operation.input);
}

Patterns::~Patterns() = default;

void Patterns::add(std::span<const aws::MemberModel> members) {
  for (const auto& member : members) add(*member.value);
}

void Patterns::add(const aws::ValueModel& value) {
  if (!value.pattern.empty()) {
    auto& compiled = compiled_[value.pattern];
    if (!compiled) compiled = std::make_unique<re2::RE2>(value.pattern);
    assert(compiled->ok());
  }
  if (value.element) add(*value.element);
  add(value.members);
}

bool Patterns::match(std::string_view pattern, std::string_view text) const {
  return re2::RE2::FullMatch(text, *compiled_.at(pattern));
}

}  // namespace stunt::emulator
