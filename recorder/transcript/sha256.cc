// SPDX-License-Identifier: MIT
#include "recorder/transcript/sha256.h"

#include "aws/digest.h"

namespace stunt::recorder {

std::string sha256(std::string_view bytes) { return "sha256:" + aws::hex(aws::sha256(bytes)); }

}  // namespace stunt::recorder
