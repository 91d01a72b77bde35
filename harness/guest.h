// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace stunt::harness {

/// Whom a program calls as that this one started, or that started this one, if its scope has no
/// keys of its own.
inline constexpr const char* kGuestKeyId = "AKIASTUNTDOUBLE00001";

/// A secret access key, as long as AWS's own; nobody can guess it, and no two are the same.
std::string make_secret_access_key();

}  // namespace stunt::harness
