// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "recorder/show/table.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// Stands for what is not there.
constexpr const char* kNothing = "-";

std::string or_nothing(const std::string& text);

/// "1 call", "2 calls"
std::string counted(std::size_t count, const std::string& what);

/// "(unknown)" if the service has no such operation.
std::string operation_of(const ExchangeLine& line);

/// The name of the secret that the call names.
std::string secret_of(const ExchangeLine& line);

/// The number of the try, as the SDK tells it.
std::string attempt_of(const ExchangeLine& line);

/// "200", "400 ThrottlingException", "clientGone", "reset after 61 bytes"
std::string answer_of(const ExchangeLine& line);

Color color_of(aws::OutcomeKind outcome);

/// The rules that touched the call, each once.
std::string faults_of(const ExchangeLine& line);

}  // namespace stunt::recorder
