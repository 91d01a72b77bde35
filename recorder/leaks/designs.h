// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "aws/service_model.h"
#include "recorder/leaks/kinds.h"

namespace stunt::recorder {

/// What the members of a transcript's line hold by design, and the fields and bodies in it.
Design design_of_member(std::string_view name);
Design design_of_header(std::string_view name);
Design design_in_body(std::string_view member);

/// Names of members that the service's model calls sensitive, at whatever depth.
using SensitiveNames = std::set<std::string, std::less<>>;
SensitiveNames sensitive_names(const aws::ServiceModel& service);

}  // namespace stunt::recorder
