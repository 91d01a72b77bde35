// SPDX-License-Identifier: MIT
#include "emulator/kms_key.h"

namespace stunt::emulator {

std::string read_kms_key(std::string_view kms_key_id) {
  constexpr std::string_view kDefault = "alias/aws/secretsmanager";
  const bool is_default =
      kms_key_id == kDefault || (kms_key_id.starts_with("arn:") && kms_key_id.ends_with(kDefault));
  return is_default ? "" : std::string(kms_key_id);
}

}  // namespace stunt::emulator
