// SPDX-License-Identifier: MIT
#include "scenarios/faults/batch_error_fault.h"

#include <algorithm>
#include <array>

#include "aws/arn.h"
#include "scenarios/faults/check_operations.h"
#include "scenarios/faults/edit.h"
#include "scenarios/faults/error_code.h"

namespace stunt::scenarios {
namespace {

constexpr std::string_view kOperation = "BatchGetSecretValue";

bool means(const aws::Json& entry, std::string_view secret_id) {
  return aws::text_member(entry, "ARN") == secret_id ||
         aws::text_member(entry, "Name") == aws::secret_name(secret_id);
}

/// As the client called the secret in its list, if it did: so does AWS in its Errors.
std::string called(const aws::Call& call, const aws::Json& entry) {
  const auto name = aws::text_member(entry, "Name");
  const auto list = call.body.find("SecretIdList");
  if (list == call.body.end() || !list->is_array()) return std::string(name);
  const auto said = std::find_if(list->begin(), list->end(), [&](const auto& id) {
    return id.is_string() && means(entry, id.template get_ref<const std::string&>());
  });
  return said == list->end() ? std::string(name) : said->get<std::string>();
}

}  // namespace

Trace BatchErrorFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  if (!outcome.reply) return {};
  const bool found = edit_body(outcome, [&](aws::Json& body) {
    const auto values = body.is_object() ? body.find("SecretValues") : body.end();
    if (values == body.end() || !values->is_array()) return false;
    const auto entry = std::find_if(values->begin(), values->end(), [&](const auto& value) {
      return means(value, error_.secret_id);
    });
    if (entry == values->end()) return false;
    aws::Json error = {{"SecretId", called(occasion.call, *entry)}, {"ErrorCode", error_.code}};
    const auto message = error_.message.value_or(usual_message_);
    if (!message.empty()) error["Message"] = message;
    values->erase(entry);
    auto& errors = body["Errors"];
    if (!errors.is_array()) errors = aws::Json::array();
    errors.push_back(std::move(error));
    return true;
  });
  return {"batchError:" + (found ? error_.code : "failed")};
}

aws::Json BatchErrorFault::to_json() const {
  aws::Json json = {{"secretId", error_.secret_id}, {"code", error_.code}};
  if (error_.message) json["message"] = *error_.message;
  return json;
}

std::shared_ptr<const Fault> read_batch_error_fault(const input::Value& value,
                                                    const Target& target) {
  static constexpr std::array<std::string_view, 3> kNames = {"secretId", "code", "message"};
  check_operations(
      value, target, [](const auto& operation) { return operation.name == kOperation; },
      "has no errors of single secrets",
      "write operation: " + std::string(kOperation) + " in 'when'");
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  BatchError error;
  if (const auto secret = object->require("secretId")) {
    error.secret_id = secret->text().value_or("x");
    if (error.secret_id.empty()) secret->wrong("no secret is named", "write its name or its ARN");
  }
  if (const auto code = object->require("code")) {
    error.code = read_code(*code);
    // What a single entry says is what the operation for one secret says.
    if (!error.code.empty()) check_code(*code, error.code, {target.service, {}});
  }
  if (const auto message = object->find("message")) error.message = message->text();
  const auto* known = known_error(target.service, error.code);
  return std::make_shared<BatchErrorFault>(std::move(error),
                                           std::string(known ? known->message : ""));
}

}  // namespace stunt::scenarios
