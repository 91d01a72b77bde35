// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::emulator {

/// The KMS key that a KmsKeyId names, as secrets and versions keep it: the id as it was sent, and
/// empty for the default key, whether that is named (aws/secretsmanager) or left out.
std::string read_kms_key(std::string_view kms_key_id);

}  // namespace stunt::emulator
