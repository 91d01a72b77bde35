// SPDX-License-Identifier: MIT
#include "recorder/redaction/redactor.h"

#include <algorithm>
#include <array>

#include "recorder/redaction/body_walk.h"
#include "recorder/redaction/redact_secret.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr std::size_t kLongestName = 64;

/// What is remembered of redacted secrets.
constexpr std::size_t kMostMade = 1024, kLongestMade = 4096;

constexpr aws::ValueModel kText{.kind = aws::Kind::string};
/// An error's body; the model does not describe it.
constexpr std::array kError = {aws::MemberModel{"__type", &kText},
                               aws::MemberModel{"Message", &kText},
                               aws::MemberModel{"message", &kText}};

BodyModel request_model(const aws::Call& call) {
  return call.model ? BodyModel{call.model->input, call.model->resource} : BodyModel{};
}

/// What is known of an answer. Of an error that answers a request which nobody understood only the
/// type: its message may quote what could not be learned as a secret.
BodyModel reply_model(const aws::Call& call, int status) {
  using Body = aws::Call::Body;
  const bool understood = call.model && (call.kind == Body::object || call.kind == Body::empty);
  if (status >= 400) return {std::span(kError).first(understood ? kError.size() : 1)};
  return understood ? BodyModel{call.model->output, call.model->resource} : BodyModel{};
}

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && name.size() <= kLongestName &&
         std::all_of(name.begin(), name.end(), is_letter);
}

/// True for a member of which some operation says that it is harmless: a call of an operation that
/// nobody knows still has a SecretId, which is no secret.
bool is_harmless(const aws::ServiceModel& service, std::string_view name) {
  return std::any_of(service.operations.begin(), service.operations.end(), [&](const auto& one) {
    const auto* member = aws::find_member(one.input, name);
    return member && !member->value->sensitive;
  });
}

/// What is inside of an allowed member: an object's members each need to be allowed too; those of
/// a list are allowed with it.
Json look_into(BodyVisitor& visitor, const std::string& name, const Json& value) {
  if (value.is_object()) return walk_body(value, {}, visitor);
  Json result = Json::array();
  for (const auto& part : value) {
    result.push_back(part.is_null() ? part : visitor.unknown(name, part));
  }
  return result;
}

class Learning : public BodyVisitor {
 public:
  Learning(const aws::ServiceModel& service, const OwnRules& rules, Reflections& reflections)
      : service_(service), rules_(rules), reflections_(reflections) {}

  bool is_secret(const std::string& name) const override { return rules_.is_secret(name); }
  Json sensitive(const Json& value, bool binary) override {
    learn_secret(value, binary, Reflections::Part::whole, reflections_);
    return nullptr;
  }
  Json unknown(const std::string& name, const Json& value) override {
    if (rules_.is_secret(name)) return sensitive(value, false);
    if (rules_.allows(name)) {
      if (value.is_structured()) look_into(*this, name, value);
    } else if (!is_harmless(service_, name)) {
      sensitive(value, false);
    }
    return nullptr;
  }
  Json text(const std::string& value) override { return value; }
  Json identifier(const std::string&) override { return nullptr; }
  std::string unknown_name(const std::string& name) override { return name; }

 private:
  const aws::ServiceModel& service_;
  const OwnRules& rules_;
  Reflections& reflections_;
};

class Redacting : public BodyVisitor {
 public:
  explicit Redacting(Redactor& redactor) : redactor_(redactor) {}

  bool is_secret(const std::string& name) const override {
    return redactor_.rules().is_secret(name);
  }
  Json sensitive(const Json& value, bool binary) override {
    return redactor_.secret(value, binary);
  }
  Json unknown(const std::string& name, const Json& value) override {
    if (!redactor_.rules().allows(name)) return redactor_.secret(value, false);
    if (value.is_structured()) return look_into(*this, name, value);
    return value.is_string() ? text(value.get_ref<const std::string&>()) : value;
  }
  Json text(const std::string& value) override { return redactor_.text(value); }
  Json identifier(const std::string& value) override { return redactor_.identifier(value); }
  std::string unknown_name(const std::string& name) override {
    if (is_identifier(name)) return redactor_.text(name);
    return to_string(redactor_.pseudonyms().of(SecretKind::text, name));
  }

 private:
  Redactor& redactor_;
};

}  // namespace

void Redactor::keep_pseudonyms(std::uint64_t highest) {
  pseudonyms_.keep_written(highest);
  reflections_ = Reflections(Reflections::Written::kept);
  keeps_ = true;
}

void Redactor::learn_request(const aws::Call& call, const Json& body) {
  if (reveals_) return;
  Learning learning(service_, rules_, reflections_);
  walk_body(body, request_model(call), learning);
}

void Redactor::learn_reply(const aws::Call& call, int status, const Json& body) {
  // An error has no secrets of its own; it may quote those of the request.
  if (status >= 400 || reveals_) return;
  Learning learning(service_, rules_, reflections_);
  walk_body(body, reply_model(call, status), learning);
}

Json Redactor::request(const aws::Call& call, const Json& body) {
  if (reveals_) return body;
  Redacting redacting(*this);
  return walk_body(body, request_model(call), redacting);
}

Json Redactor::reply(const aws::Call& call, int status, const Json& body) {
  if (reveals_) return body;
  Redacting redacting(*this);
  return walk_body(body, reply_model(call, status), redacting);
}

Json Redactor::secret(const Json& value, bool binary) {
  if (binary || !value.is_string()) return redact_secret(value, binary, pseudonyms_, form_);
  const auto& text = value.get_ref<const std::string&>();
  if (const auto found = made_.find(text); found != made_.end()) return found->second;
  auto redacted = redact_secret(value, binary, pseudonyms_, form_);
  if (made_.size() >= kMostMade) made_.clear();
  if (text.size() <= kLongestMade) made_.emplace(text, redacted.get<std::string>());
  return redacted;
}

std::string Redactor::text(std::string_view text) {
  return replaced(text, Reflections::Part::leaf);
}

std::string Redactor::identifier(std::string_view text) {
  return replaced(text, Reflections::Part::whole);
}

std::string Redactor::replaced(std::string_view text, Reflections::Part part) {
  if (reveals_) return std::string(text);
  return reflections_.replace(text, part, pseudonyms_, rules_.matches(text));
}

}  // namespace stunt::recorder
