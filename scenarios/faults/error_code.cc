// SPDX-License-Identifier: MIT
#include "scenarios/faults/error_code.h"

#include <algorithm>

#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::scenarios {
namespace {

using input::quote;

bool declares(const aws::OperationModel& operation, std::string_view code) {
  return std::find(operation.errors.begin(), operation.errors.end(), code) !=
         operation.errors.end();
}

std::vector<std::string_view> codes_of(const aws::ServiceModel& service) {
  std::vector<std::string_view> codes;
  for (const auto& error : service.errors) codes.push_back(error.code);
  for (const auto& error : aws::common_errors()) codes.push_back(error.code);
  return codes;
}

void note_unknown(const input::Value& value, std::string_view code, const Target& target,
                  std::string_view way_out) {
  const auto codes = codes_of(target.service);
  std::string hint(way_out);
  if (way_out.empty()) {
    hint = input::suggest(code, codes);
  } else if (const auto meant = input::did_you_mean(code, codes)) {
    hint = "did you mean " + quote(*meant) + "? Or " + hint;
  }
  value.wrong("unknown error code " + quote(code), hint);
}

}  // namespace

std::string read_code(const input::Value& value) {
  const auto code = value.text();
  if (!code) return {};
  if (code->empty()) value.wrong("the code is empty", "write one such as ThrottlingException");
  return std::string(*code);
}

void check_code(const input::Value& value, std::string_view code, const Target& target,
                std::string_view way_out) {
  if (aws::common_error(code)) return;
  if (!target.service.error(code)) return note_unknown(value, code, target, way_out);
  const auto& operations = target.operations;
  const auto not_declared = [&](const auto* operation) { return !declares(*operation, code); };
  const auto first = std::find_if(operations.begin(), operations.end(), not_declared);
  if (first == operations.end()) return;
  const auto others = std::count_if(first + 1, operations.end(), not_declared);
  auto message = std::string((*first)->name);
  if (others > 0) message += " and " + std::to_string(others) + " more of the rule's operations";
  message += others > 0 ? " never answer " : " never answers ";
  auto hint = std::string((*first)->name) + " can answer " + input::list_of((*first)->errors);
  if (!way_out.empty()) hint += "; or " + std::string(way_out);
  value.wrong(message + std::string(code), hint);
}

const aws::ErrorModel* known_error(const aws::ServiceModel& service, std::string_view code) {
  const auto* known = service.error(code);
  return known ? known : aws::common_error(code);
}

}  // namespace stunt::scenarios
