// SPDX-License-Identifier: MIT
#pragma once

#include "http/headers.h"

namespace stunt::http {

/// The headers without those that are about one connection (RFC 9110, 7.6.1) and not for whoever
/// stands behind it: Connection and what it names, Keep-Alive, Transfer-Encoding, Upgrade, …
Headers without_hop_by_hop(const Headers& headers);

}  // namespace stunt::http
