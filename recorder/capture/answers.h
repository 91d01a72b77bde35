// SPDX-License-Identifier: MIT
#pragma once

#include "aws/exchange.h"

namespace stunt::recorder {

/// The answer, if all or some of it was sent; else null.
const http::Reply* sent_reply(const aws::Exchange& exchange);

/// What the engine answered, if that was not sent: a fault replaced it, or nothing was sent. Else
/// null.
const http::Reply* real_reply(const aws::Exchange& exchange);

}  // namespace stunt::recorder
