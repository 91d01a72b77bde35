// SPDX-License-Identifier: MIT
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

const aws::OperationModel* operation_of(const ExchangeLine& line,
                                        const aws::ServiceModel& service) {
  return line.is_known() ? service.operation(*line.op) : nullptr;
}

}  // namespace stunt::recorder
