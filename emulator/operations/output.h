// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "aws/json.h"
#include "emulator/secret.h"
#include "emulator/settings.h"
#include "world/clock.h"

namespace stunt::emulator {

/// A time as AWS writes it: seconds since 1970 as a number, with milliseconds where there are any.
aws::Json seconds(world::Instant at);

/// {}, with room for members: an object that grows copies all that is in it.
aws::Json object();

/// {"ARN": …, "Name": …}, with which most answers begin.
aws::Json identity(const Secret& secret);

/// What DescribeSecret and ListSecrets tell of a secret. Members without a value are left out. The
/// two call the map from version ids to staging labels by different names.
aws::Json description(const Secret& secret, std::string_view name_of_version_map,
                      DeletedDate deleted_date);

}  // namespace stunt::emulator
