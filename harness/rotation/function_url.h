// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "harness/rotation/settings.h"

namespace stunt::harness {

/// Whether something can be posted to it: "http://host…" or "https://host…", without blanks.
bool is_web_url(std::string_view url);

/// Where a function is invoked: the URL that the settings have for its ARN, or the endpoint's
/// /2015-03-31/functions/NAME/invocations, with ?Qualifier= where the ARN has a version or alias.
/// A function that is no ARN is taken for a name. Nothing if there is no way to it.
std::optional<std::string> function_url(const RotationSettings& settings, const std::string& arn);

}  // namespace stunt::harness
