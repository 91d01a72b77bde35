// SPDX-License-Identifier: MIT
#pragma once

namespace stunt::http {

/// The other side has shut its own or is gone, whatever of its bytes is still unread.
bool other_side_has_shut(int fd);

/// Everything that was handed to the kernel has reached the other side's kernel, or never will.
bool all_has_arrived(int fd);

}  // namespace stunt::http
