// SPDX-License-Identifier: MIT
#include "stunt/answer.h"

#include <ostream>

#include "aws/error.h"
#include "emulator/model/secrets_manager.h"

namespace stunt {

std::ostream& operator<<(std::ostream& out, const Request& request) {
  out << request.operation;
  if (!request.secret.empty()) out << " of " << request.secret;
  if (request.attempt > 0) out << ", attempt " << request.attempt;
  return out;
}

Answer Answer::Ok(std::string json) { return {200, std::move(json), {}}; }

Answer Answer::Error(const std::string& code, const std::string& message, int status) {
  aws::Error error{code, message, 400, true};
  const auto* known = emulator::secrets_manager().error(code);
  if (!known) known = aws::common_error(code);
  if (known) error = message.empty() ? aws::make_error(*known) : aws::make_error(*known, message);
  if (status != 0) error.status = status;
  auto reply = aws::error_reply(error, {});
  return {error.status, std::move(reply.body), {}};
}

std::string Answer::error_code() const {
  return status < 400 ? std::string() : aws::error_code({status, {}, body});
}

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
  if (!answer.arrived()) return out << "no answer";
  out << answer.status;
  if (const auto code = answer.error_code(); !code.empty()) out << " " << code;
  return out;
}

}  // namespace stunt
