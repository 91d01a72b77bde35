// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin/route.h"
#include "verdict/report/report.h"
#include "verdict/verdict.h"

namespace stunt::harness::admin {

/// What ?format= says; JSON if it is not there. Throws Problem if there is no such format.
verdict::report::Format verdict_format(const Ask& ask);

/// A verdict on a scope, without the values of its secrets: also a call may name one. Slow.
http::Reply verdict_reply(Scope& scope, verdict::Verdict verdict,
                          const verdict::report::Format& format);

}  // namespace stunt::harness::admin
