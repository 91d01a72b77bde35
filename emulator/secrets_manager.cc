// SPDX-License-Identifier: MIT
#include "emulator/secrets_manager.h"

#include "aws/error.h"
#include "aws/ids.h"
#include "emulator/errors.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/names.h"
#include "emulator/operations/list.h"

namespace stunt::emulator {
namespace {

bool names_well(const aws::Call& call) {
  return call.model->resource == "SecretId" ? is_valid_secret_id(call.secret_id)
                                            : is_valid_name(call.secret_id);
}

std::string text(const aws::Json& body) {
  // A Region comes from a header and need not be UTF-8.
  return body.is_null() ? "" : body.dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

}  // namespace

SecretsManager::SecretsManager(Settings settings, const world::Clock& clock, world::Random random)
    : settings_(std::move(settings)),
      clock_(clock),
      random_(random),
      validator_(secrets_manager()) {}

/// The checks in AWS's order; those behind the name's syntax are the operation's.
Result SecretsManager::run(const aws::Call& call) {
  if (!call.model) return tl::unexpected(errors::unknown_operation());
  const auto* operation = find_operation(call.model->name);
  if (!operation) return tl::unexpected(errors::not_implemented(call.model->name));
  const auto parameters = validator_.check(call);
  if (!parameters) return tl::unexpected(parameters.error());
  if (!names_well(call)) return tl::unexpected(errors::invalid_name());

  const auto opened = vault_.open();
  auto& shelf = opened.shelves.at(place_of(call, {settings_.region, settings_.account}));
  return operation->run(
      {call, *parameters, settings_, opened.shelves, shelf, clock_.now(), random_});
}

aws::Outcome SecretsManager::answer(const aws::Call& call) {
  const auto result = run(call);
  const aws::Stamp stamp{aws::request_id(random_, call), clock_.now()};
  aws::Outcome outcome;
  outcome.reply = result ? aws::json_reply(200, text(result->body), stamp)
                         : aws::error_reply(result.error(), stamp);
  if (call.model && call.model->writes) outcome.applied = result && result->changed;
  return outcome;
}

}  // namespace stunt::emulator
