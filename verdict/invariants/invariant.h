// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "verdict/evidence.h"
#include "verdict/judgement.h"

namespace stunt::verdict {

/// Something that holds in every run, whatever it is about. May throw NoAnswer.
struct Invariant {
  std::string_view name;   ///< in a file
  std::string_view holds;  ///< what it says, in a sentence
  void (*check)(const Evidence& evidence, Judgement& judgement);
};

/// All of them.
std::span<const Invariant> invariants();

void check_one_current(const Evidence& evidence, Judgement& judgement);
void check_no_phantom_version(const Evidence& evidence, Judgement& judgement);
void check_read_your_writes(const Evidence& evidence, Judgement& judgement);
void check_token_is_idempotent(const Evidence& evidence, Judgement& judgement);
void check_version_value_is_a_function(const Evidence& evidence, Judgement& judgement);
void check_secrets_never_logged(const Evidence& evidence, Judgement& judgement);

}  // namespace stunt::verdict
