// SPDX-License-Identifier: MIT
#include "recorder/replay/beyond.h"

#include <set>
#include <utility>

#include "aws/arn.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {

using aws::Json;

/// A call as the engine gets it, which may refer to it until its answer is sent.
struct Beyond::Asked {
  http::Request request;
  aws::Call call;
  ExchangeLine::Reply alike;
};

Beyond::Beyond(aws::Handler engine, const aws::ServiceModel& service, Remap what, Warn warn)
    : engine_(std::move(engine)),
      service_(service),
      warn_(std::move(warn)),
      names_(what != Remap::none),
      // The engine's dates are those of today.
      ids_(what == Remap::none ? Remap::none : Remap::ids) {}

aws::Outcome Beyond::answer(const aws::Call& call, ExchangeLine::Reply alike) {
  const auto asked = std::make_shared<Asked>();
  asked->alike = std::move(alike);
  std::set<std::string> translated;
  if (call.kind == aws::Call::Body::object) {
    const std::lock_guard lock(mutex_);
    auto body = ids_.to_live(call.body, &translated);
    if (name_secret(call, body)) translated.insert("ARN");
    if (!translated.empty()) asked->request.body = plain_json(body);
  }
  if (translated.empty()) return settled(engine_(call), asked);
  auto body = std::move(asked->request.body);
  asked->request = *call.request;
  asked->request.body = std::move(body);
  asked->call = aws::read_call(asked->request, service_);
  asked->call.seq = call.seq;
  asked->call.ordinal = call.ordinal;
  asked->call.terms = call.terms;
  return settled(engine_(asked->call), asked);
}

aws::Outcome Beyond::settled(aws::Outcome outcome, const std::shared_ptr<const Asked>& asked) {
  if (outcome.shape.hold) {
    outcome.shape.hold = [asked, hold = std::move(outcome.shape.hold)](
                             std::function<void()> go_on) { hold(std::move(go_on)); };
  }
  if (outcome.then) {
    outcome.then = [this, asked, then = std::move(outcome.then)] { return settled(then(), asked); };
  }
  if (outcome.reply) translate(*outcome.reply, asked->alike);
  return outcome;
}

void Beyond::translate(http::Reply& reply, const ExchangeLine::Reply& alike) {
  const auto answer = aws::parse_json(reply.body);
  if (!answer || !answer->is_object()) return;
  const std::lock_guard lock(mutex_);
  learn(*answer, reply.status, alike);
  std::set<std::string> translated;
  const auto known = ids_.to_recorded(*answer, &translated);
  if (!translated.empty()) reply.body = plain_json(known);
}

void Beyond::learn(const Json& answer, int status, const ExchangeLine::Reply& alike) {
  if (alike.body.json && alike.status == status) ids_.learn(*alike.body.json, answer);
  const auto arn = aws::text_member(answer, "ARN");
  const auto known = arns_.find(std::string(aws::secret_name(arn)));
  if (known != arns_.end()) ids_.learn({{"ARN", known->second}}, {{"ARN", arn}});
  for (; warned_ < ids_.conflicts().size(); ++warned_) {
    if (warn_) warn_("replay: " + to_string(ids_.conflicts()[warned_]));
  }
}

/// The engine has not said yet what the secret is called with it: it is asked for it by name.
bool Beyond::name_secret(const aws::Call& call, Json& body) const {
  if (!names_ || !call.model || call.model->resource.empty()) return false;
  const auto found = body.find(std::string(call.model->resource));
  if (found == body.end() || !found->is_string()) return false;
  const std::string name(aws::secret_name(found->get_ref<const std::string&>()));
  const auto known = arns_.find(name);
  if (known == arns_.end() || known->second != *found) return false;
  *found = name;
  return true;
}

void Beyond::told(const Json& answer) {
  if (!engine_) return;
  const std::string arn(aws::text_member(answer, "ARN"));
  if (!aws::has_arn_suffix(arn)) return;
  const std::lock_guard lock(mutex_);
  arns_.insert_or_assign(std::string(aws::secret_name(arn)), arn);
}

std::size_t Beyond::conflicts() const {
  const std::lock_guard lock(mutex_);
  return ids_.conflicts().size();
}

}  // namespace stunt::recorder
