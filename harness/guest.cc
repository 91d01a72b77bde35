// SPDX-License-Identifier: MIT
#include "harness/guest.h"

#include "aws/base64.h"
#include "world/entropy.h"

namespace stunt::harness {
namespace {

constexpr std::size_t kSecretBytes = 30;  // 40 characters

}  // namespace

std::string make_secret_access_key() { return aws::base64(world::entropy(kSecretBytes)); }

}  // namespace stunt::harness
