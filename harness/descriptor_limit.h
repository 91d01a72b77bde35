// SPDX-License-Identifier: MIT
#pragma once

namespace stunt::harness {

/// Every connection is a descriptor; the usual soft limit of 1,024 is not ours to keep.
void raise_descriptor_limit();

}  // namespace stunt::harness
