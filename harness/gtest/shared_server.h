// SPDX-License-Identifier: MIT
#pragma once

#include "stunt/server.h"

namespace stunt {

/// The one of all tests; begins when it is first asked for, and ends with the program's tests.
Server& shared_server();

}  // namespace stunt
