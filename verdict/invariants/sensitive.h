// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "aws/json.h"
#include "aws/service_model.h"

namespace stunt::verdict {

/// Calls `found` with every text of `body` that the model calls sensitive, and the name of its
/// member.
void each_sensitive(std::span<const aws::MemberModel> members, const aws::Json& body,
                    const std::function<void(std::string_view member, const std::string&)>& found);

}  // namespace stunt::verdict
