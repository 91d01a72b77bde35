// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "harness/scope.h"
#include "scenarios/match.h"

namespace stunt::harness::admin {

/// [{"seq": 12, "text": "#12 GetSecretValue of prod/db: it ended clientError"}], without secrets
aws::Json near_misses_json(Scope& scope, const scenarios::Match& match);

}  // namespace stunt::harness::admin
