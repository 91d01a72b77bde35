// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::emulator {

/// True if a secret may be called that: letters, digits and -/_+=.@! (with which only services'
/// secrets are named, but nobody checks). Length is a constraint of the service model.
bool is_valid_name(std::string_view name);

/// True if a SecretId is an ARN, of which more is not asked, or a valid name.
bool is_valid_secret_id(std::string_view secret_id);

/// The service that the name of a secret says it belongs to: "rds" of "rds!db-1". Empty for all
/// other names.
std::string_view owning_service(std::string_view name);

}  // namespace stunt::emulator
