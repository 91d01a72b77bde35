// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/formats/losses.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// What one rule did to an exchange as the `then` of a rule that does the same
/// (docs/scenario-format.md). What a scenario cannot say, or the transcript does not tell, is a
/// loss; empty if nothing is left.
aws::Json then_of(const std::vector<ExchangeLine::Fault>& faults, const ExchangeLine& exchange,
                  const aws::ServiceModel& service, Losses& losses);

}  // namespace stunt::recorder
