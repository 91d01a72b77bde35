// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "aws/error.h"
#include "aws/json.h"
#include "emulator/secret.h"

namespace stunt::emulator {

/// The version that has this label and a value; ResourceNotFoundException if there is none.
tl::expected<Version*, aws::Error> readable_version(Versions& versions, std::string_view stage);

/// What GetSecretValue and BatchGetSecretValue tell of a version that has a value. Notes the day as
/// that of the last access.
aws::Json read_version(Secret& secret, Version& version, world::Instant now);

}  // namespace stunt::emulator
