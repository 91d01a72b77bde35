// SPDX-License-Identifier: MIT
#include "recorder/formats/scenario_faults.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "input/duration.h"
#include "recorder/formats/exchange_facts.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using Kind = aws::OutcomeKind;

constexpr const char* kNotTold = "a fault whose settings the transcript does not tell";

/// The text up to the separator, which is taken off with it.
std::string_view cut(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto front = text.substr(0, end);
  text = end == text.npos ? std::string_view() : text.substr(end + 1);
  return front;
}

std::optional<std::uint64_t> read_number(std::string_view& text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

/// "250000us" as people write it.
std::optional<std::string> duration(std::string_view text) {
  const auto parsed = input::parse_duration(text);
  return parsed ? std::optional(input::format_duration(*parsed)) : std::nullopt;
}

class Teller {
 public:
  Teller(const ExchangeLine& exchange, const aws::ServiceModel& service, Losses& losses)
      : exchange_(exchange), service_(service), losses_(losses), place_(place_of(exchange)) {}

  void tell(std::string_view action) {
    const auto whole = action;
    const auto kind = cut(action, ':');
    using Member = void (Teller::*)(std::string_view);
    static constexpr std::array<std::pair<std::string_view, Member>, 14> kTellers = {{
        {"apply", &Teller::apply},
        {"batchError", &Teller::batch_error},
        {"clockSkew", &Teller::clock_skew},
        {"connection", &Teller::connection},
        {"corrupt", &Teller::corrupt},
        {"delay", &Teller::delay},
        {"dribble", &Teller::dribble},
        {"error", &Teller::error},
        {"mark", &Teller::mark},
        {"refuse", &Teller::refuse},
        {"respond", &Teller::respond},
        {"stale", &Teller::stale},
        {"throttle", &Teller::error},
        {"truncate", &Teller::truncate},
    }};
    const auto found =
        std::ranges::find(kTellers, kind, &std::pair<std::string_view, Member>::first);
    if (found != kTellers.end()) {
      (this->*found->second)(action);
    } else if (kind == "merge" || kind == "patch") {
      if (action.empty()) patch();
    } else {
      losses_.add(whole.starts_with("setState:") ? "setState: it belongs to a script" : kNotTold,
                  place_);
    }
  }

  Json take() {
    // A wire that says itself how it ends and one that cuts are one thing.
    if (then_.contains("truncate") && !then_.contains("connection")) {
      const auto outcome = exchange_.outcome;
      if (outcome == Kind::reset) then_["truncate"]["then"] = "reset";
      if (outcome == Kind::timeout || outcome == Kind::client_gone) {
        then_["truncate"]["then"] = "hang";
      }
    }
    return std::move(then_);
  }

 private:
  const ExchangeLine::Reply* sent() const { return exchange_.res ? &*exchange_.res : nullptr; }

  void set(const char* name, const std::optional<std::string>& value) {
    if (value) {
      then_[name] = *value;
    } else {
      losses_.add(kNotTold, place_);
    }
  }

  void delay(std::string_view text) { set("delay", duration(text)); }
  void refuse(std::string_view text) { set("refuse", duration(text)); }
  void mark(std::string_view text) { then_["mark"] = std::string(text); }
  void connection(std::string_view text) { then_["connection"] = std::string(text); }

  void apply(std::string_view text) {
    then_["apply"] = std::string(cut(text, ':'));
    if (!text.empty()) set("applyAfter", duration(text));
  }

  void clock_skew(std::string_view text) {
    if (text == "refused") {
      losses_.add("how far a refused call's clock was off", place_);
    } else {
      then_["clockSkew"] = std::string(text);
    }
  }

  void stale(std::string_view text) {
    while (!text.empty()) {
      auto part = cut(text, ':');
      const auto name = cut(part, '=');
      if (name == "lag") {
        if (const auto lag = duration(part)) then_["stale"]["lag"] = *lag;
      } else if (const auto back = read_number(part)) {
        then_["stale"]["versionsBack"] = *back;
      }
    }
    if (!then_.contains("stale")) losses_.add(kNotTold, place_);
  }

  void truncate(std::string_view text) {
    if (const auto bytes = read_number(text)) then_["truncate"] = {{"bytes", *bytes}};
  }

  /// "20/4000000us,headers/1000000us" or "100B/s"
  void dribble(std::string_view text) {
    Json dribble = Json::object();
    while (!text.empty()) {
      auto part = cut(text, ',');
      if (part.starts_with("headers/")) {
        if (const auto over = duration(part.substr(8))) dribble["headersOver"] = *over;
        continue;
      }
      const auto number = read_number(part);
      if (!number) continue;
      const auto over = part.starts_with('/') ? duration(part.substr(1)) : std::nullopt;
      if (over) {
        dribble["chunks"] = *number;
        dribble["over"] = *over;
      } else {
        dribble["bytesPerSecond"] = *number;
      }
    }
    then_["dribble"] = std::move(dribble);
  }

  /// "malformedJson,contentLength+17,contentType,dropHeaders"
  void corrupt(std::string_view text) {
    constexpr std::string_view kLength = "contentLength";
    Json corrupt = Json::object();
    while (!text.empty()) {
      auto part = cut(text, ',');
      if (part == "contentType") {
        const auto type = sent() ? header_of(sent()->headers, "content-type") : std::string_view();
        if (!type.empty()) corrupt["contentType"] = std::string(type);
      } else if (part == "dropHeaders") {
        auto dropped = dropped_headers();
        if (!dropped.empty()) corrupt["dropHeaders"] = std::move(dropped);
      } else if (part.starts_with(kLength)) {
        part.remove_prefix(kLength.size());
        const bool less = part.starts_with('-');
        if (!part.empty()) part.remove_prefix(1);
        const auto by = static_cast<std::int64_t>(read_number(part).value_or(0));
        if (by != 0) corrupt["contentLength"] = less ? -by : by;
      } else {
        corrupt["body"] = std::string(part);
        if (part == "bitFlip" || part == "garbage") {
          losses_.add("which bits were wrong, if the rule is another's part", place_);
        }
      }
    }
    if (corrupt.empty()) {
      losses_.add(kNotTold, place_);
    } else {
      then_["corrupt"] = std::move(corrupt);
    }
  }

  Json dropped_headers() const {
    Json dropped = Json::array();
    if (!sent() || !exchange_.real) return dropped;
    for (const auto& [name, value] : exchange_.real->headers) {
      const auto& left = sent()->headers;
      const bool is_there =
          std::ranges::find(left, name, &HeaderList::value_type::first) != left.end();
      if (!is_there) dropped.push_back(name);
    }
    return dropped;
  }

  void error(std::string_view code) {
    Json error = {{"code", std::string(code)}};
    const auto* operation = operation_of(exchange_, service_);
    const bool declared =
        operation && std::ranges::find(operation->errors, code) != operation->errors.end();
    if (!declared && !aws::common_error(code)) error["unmodelled"] = true;
    // What else happened to the answer may have hidden the error.
    if (sent() && exchange_.error && exchange_.error->code == code) add_answer(*sent(), error);
    then_["error"] = error.size() == 1 ? error["code"] : error;
  }

  /// Of what a rule added only the names are known, and not which are its own.
  void tell_headers(const ExchangeLine::Reply& reply) {
    static constexpr std::array<std::string_view, 8> kUsual = {
        "connection", "content-length", "content-type",      "date",
        "keep-alive", "retry-after",    "x-amz-retry-after", "x-amzn-requestid"};
    for (const auto& [name, value] : reply.headers) {
      if (std::ranges::find(kUsual, name) == kUsual.end()) {
        losses_.add("a header that a rule added", place_);
      }
    }
  }

  void add_answer(const ExchangeLine::Reply& reply, Json& error) {
    const auto body = reply.body.json.value_or(Json::object());
    auto message = std::string(aws::text_member(body, "Message"));
    if (message.empty()) message = std::string(aws::text_member(body, "message"));
    if (is_redacted(message)) {
      losses_.add("an error's message that quotes a secret", place_);
    } else {
      error["message"] = message;
    }
    error["status"] = reply.status;
    tell_headers(reply);
    auto wait = header_of(reply.headers, "x-amz-retry-after");
    if (const auto ms = read_number(wait)) {
      error["retryAfter"] = std::to_string(*ms) + "ms";
      if (!header_of(reply.headers, "retry-after").empty()) error["retryAfterHeader"] = true;
    }
  }

  void respond(std::string_view text) {
    Json respond = {{"status", read_number(text).value_or(200)}};
    if (sent()) tell_headers(*sent());
    if (sent() && sent()->body.json) {
      respond["body"] = *sent()->body.json;
      if (is_redacted(plain_json(respond))) {
        losses_.add("secret values in an answer: they are pseudonyms", place_);
      }
    } else if (sent() && sent()->body.size > 0) {
      losses_.add("an answer's body that was no JSON", place_);
    }
    then_["respond"] = std::move(respond);
  }

  void patch() {
    if (!sent() || !sent()->body.json || !exchange_.real || !exchange_.real->body.json) {
      losses_.add(kNotTold, place_);
      return;
    }
    auto patch = Json::diff(*exchange_.real->body.json, *sent()->body.json);
    std::erase_if(patch.get_ref<Json::array_t&>(),
                  [](const Json& step) { return is_redacted(plain_json(step)); });
    if (!patch.empty()) then_["patch"] = std::move(patch);
  }

  void batch_error(std::string_view code) {
    const auto* errors =
        sent() && sent()->body.json ? aws::member(*sent()->body.json, "Errors") : nullptr;
    for (const auto& one : errors ? *errors : Json::array()) {
      if (aws::text_member(one, "ErrorCode") != code) continue;
      then_["batchError"] = {{"secretId", std::string(aws::text_member(one, "SecretId"))},
                             {"code", std::string(code)}};
      const std::string message(aws::text_member(one, "Message"));
      if (!message.empty()) then_["batchError"]["message"] = message;
    }
    if (!then_.contains("batchError") && code != "failed") losses_.add(kNotTold, place_);
  }

  const ExchangeLine& exchange_;
  const aws::ServiceModel& service_;
  Losses& losses_;
  const std::string place_;
  Json then_ = Json::object();
};

}  // namespace

Json then_of(const std::vector<ExchangeLine::Fault>& faults, const ExchangeLine& exchange,
             const aws::ServiceModel& service, Losses& losses) {
  Teller teller(exchange, service, losses);
  for (const auto& fault : faults) teller.tell(fault.action);
  return teller.take();
}

}  // namespace stunt::recorder
