// SPDX-License-Identifier: MIT
#include "emulator/secrets_manager.h"

#include <atomic>
#include <cassert>
#include <memory>

#include "aws/error.h"
#include "aws/ids.h"
#include "emulator/errors.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/names.h"
#include "emulator/operations/list.h"
#include "emulator/replication/catch_up.h"
#include "emulator/rotation/progress.h"

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

SecretsManager::SecretsManager(Settings settings, const world::Clock& clock, world::Random random,
                               Ports ports)
    : settings_(std::move(settings)),
      clock_(clock),
      random_(random),
      ports_(std::move(ports)),
      validator_(secrets_manager()),
      vault_(settings_.replication_lag) {}

/// The checks in AWS's order; those behind the name's syntax are the operation's.
Result SecretsManager::run(const aws::Call& call, Breakdown& breakdown, Believed& believed) {
  if (!call.model) return tl::unexpected(errors::unknown_operation());
  const auto* operation = find_operation(call.model->name);
  assert(operation);
  const auto parameters = validator_.read(call);
  if (!parameters) return tl::unexpected(parameters.error());
  if (ports_.authenticate) {
    auto refused = ports_.authenticate(call);
    if (call.is_signed) believed = !refused;
    if (refused) return tl::unexpected(std::move(*refused));
  }
  if (auto wrong = validator_.check(call, *parameters)) return tl::unexpected(std::move(*wrong));
  if (!names_well(call)) return tl::unexpected(errors::invalid_name());

  const auto opened = vault_.open();
  const auto now = clock_.now();
  auto& history = opened.shelves.history();
  history.begin({now});
  catch_up(opened.shelves, now);
  if (call.model->writes) history.begin({now, call.terms.visible_after});
  auto& shelf = opened.shelves.at(place_of(call, settings_));
  return operation->run({call, *parameters, settings_, opened.shelves, shelf, now, random_,
                         ports_.rotator, breakdown});
}

aws::Outcome SecretsManager::answer(const aws::Call& call) {
  Breakdown breakdown(call.terms.stop_at);
  Believed believed;
  auto result = run(call, breakdown, believed);
  const bool writes = call.model && call.model->writes;
  const bool changed = breakdown.happened() || (result && result->changed);
  // A read answers from memory even if its day of access could not be kept.
  if (!vault_.commit() && writes) {
    if (result && result->begun) take_back(*result->begun);
    result = tl::unexpected(errors::not_kept());
  }
  const aws::Stamp stamp{aws::request_id(random_, call), clock_.now()};
  if (result && result->begun) {
    return ask_rotator(std::move(*result), stamp.request_id, believed);
  }
  aws::Outcome outcome;
  outcome.signature_valid = believed;
  outcome.reply = result ? aws::json_reply(200, text(result->body), stamp)
                         : aws::error_reply(result.error(), stamp);
  if (writes) outcome.applied = changed;
  outcome.stopped_at = breakdown.happened();
  return outcome;
}

/// The answer waits until the rotator has said whether the function can be invoked.
aws::Outcome SecretsManager::ask_rotator(Answer answer, std::string request_id, Believed believed) {
  struct Question {
    Answer answer;
    std::string request_id;
    std::atomic<bool> accepted{false};
  };
  const auto question = std::make_shared<Question>();
  question->answer = std::move(answer);
  question->request_id = std::move(request_id);
  aws::Outcome outcome;
  outcome.shape.hold = [this, question](std::function<void()> go_on) {
    ports_.rotator->begin(question->answer.begun->order,
                          [question, go_on = std::move(go_on)](bool accepted) {
                            question->accepted = accepted;
                            go_on();
                          });
  };
  outcome.then = [this, question, believed] {
    const bool accepted = question->accepted;
    if (!accepted) take_back(*question->answer.begun);
    const aws::Stamp stamp{question->request_id, clock_.now()};
    aws::Outcome told;
    told.reply = accepted ? aws::json_reply(200, text(question->answer.body), stamp)
                          : aws::error_reply(errors::cannot_invoke_function(), stamp);
    told.applied = accepted;
    told.signature_valid = believed;
    return told;
  };
  return outcome;
}

void SecretsManager::take_back(const BegunRotation& begun) {
  {
    const auto opened = vault_.open();
    const auto now = clock_.now();
    opened.shelves.history().begin({now});
    auto& shelf = opened.shelves.at(begun.order.place);
    if (auto* secret = find_secret(shelf, begun.order.secret_arn, now)) {
      emulator::take_back(*secret, begun);
    }
  }
  vault_.commit();
}

std::optional<world::Instant> SecretsManager::next_rotation() const {
  return vault_.open().shelves.rotations().next();
}

std::vector<RotationOrder> SecretsManager::due_rotations() {
  std::vector<RotationOrder> orders;
  {
    const auto opened = vault_.open();
    const auto now = clock_.now();
    opened.shelves.history().begin({now});
    while (const auto item = opened.shelves.rotations().take(now)) {
      Secret* secret = find_secret(*item->shelf, item->secret_arn, now);
      if (!secret || !secret->rotation) continue;
      secret->rotation->planned.reset();
      if (auto order = begin_due_rotation(*secret, now, random_)) {
        orders.push_back(std::move(*order));
      }
    }
  }
  vault_.commit();
  return orders;
}

void SecretsManager::rotation_ended(const RotationOrder& order, RotationEnd end) {
  {
    const auto opened = vault_.open();
    const auto now = clock_.now();
    opened.shelves.history().begin({now});
    if (auto* secret = find_secret(opened.shelves.at(order.place), order.secret_arn, now)) {
      end_rotation(*secret, order, end, now);
    }
  }
  vault_.commit();
}

void SecretsManager::keep_history(bool wanted) { vault_.open().shelves.history().keep(wanted); }

}  // namespace stunt::emulator
