// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "harness/admin/route.h"

namespace stunt::harness::admin {

/// Takes the reply of an exchange, from any thread; a second one does nothing.
using Give = std::function<void(http::Reply)>;

/// An exchange whose reply is made meanwhile: `work` begins it, does not block, and calls what it
/// is given when it is done. What it throws is answered as reply_of() does. Brings what the ask
/// wants in the headers.
std::unique_ptr<http::Exchange> later(const Ask& ask, std::function<void(Give)> work);

/// The same for a reply that is there.
std::unique_ptr<http::Exchange> at_once(const Ask& ask, http::Reply reply);

/// The reply of something that may throw: Problem and input::BadInput as they are, anything else
/// as 500. `instance` is the path that was asked for.
http::Reply reply_of(const std::function<http::Reply()>& make, const std::string& instance);

}  // namespace stunt::harness::admin
