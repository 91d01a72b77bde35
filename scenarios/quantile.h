// SPDX-License-Identifier: MIT
#pragma once

namespace stunt::scenarios {

/// The z below which a standard normal variable stays with probability `p`, 0 < p < 1: the inverse
/// of the normal distribution function, to about 16 digits (Wichura's algorithm AS 241).
double normal_quantile(double p);

}  // namespace stunt::scenarios
