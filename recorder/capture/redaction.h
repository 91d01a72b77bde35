// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "recorder/redaction/own_rules.h"
#include "recorder/sealing/seal_key.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// What becomes of the secrets of a recording.
struct Redaction {
  OwnRules rules{};
  bool reveal = false;            ///< they stay; not with `seal`
  std::optional<SealKey> seal{};  ///< they are taken out, and encrypted with this
};

/// The header of a transcript that is redacted so.
Header with_secrecy(Header header, const Redaction& redaction);

}  // namespace stunt::recorder
