// SPDX-License-Identifier: MIT
#include "service.h"

#include <cstdio>
#include <utility>

#include "conformity.h"
#include "emulator/model/secrets_manager.h"

namespace stunt::test {

Json Heard::operator[](std::string_view name) const {
  const auto* value = aws::member(body, name);
  return value ? *value : Json();
}

std::string Heard::error() const {
  if (reply.status == 200) return "ok";
  auto text = std::to_string(reply.status) + " " + std::string(aws::text_member(body, "__type"));
  for (const char* name : {"Message", "message"}) {
    if (body.contains(name)) text += ": " + body[name].get<std::string>();
  }
  return text;
}

Heard Service::answer(aws::Call call) {
  ordinals_.count(call);
  auto outcome = emulator_.answer(call);
  while (outcome.then) {
    bool gone_on = !outcome.shape.hold;
    if (outcome.shape.hold) outcome.shape.hold([&] { gone_on = true; });
    EXPECT_TRUE(gone_on) << "nobody answered";
    outcome = std::exchange(outcome.then, nullptr)();
  }
  EXPECT_EQ(departures(call, *outcome.reply), std::vector<std::string>()) << call.operation;
  Heard heard{std::move(*outcome.reply), {}, outcome.applied, outcome.stopped_at};
  if (!heard.reply.body.empty()) heard.body = aws::parse_json(heard.reply.body).value();
  return heard;
}

Heard Service::call(std::string_view operation, const Json& body) {
  CallBuilder built(emulator::secrets_manager(), operation, body);
  return answer(built.call());
}

Heard Service::call_as(std::string_view access_key_id, std::string_view region,
                       std::string_view operation, const Json& body) {
  CallBuilder built(emulator::secrets_manager(), operation, body);
  return answer(built.signed_by(access_key_id, region).call());
}

Heard Service::call_on(const aws::Terms& terms, std::string_view operation, const Json& body) {
  CallBuilder built(emulator::secrets_manager(), operation, body);
  auto call = built.call();
  call.terms = terms;
  return answer(std::move(call));
}

Heard Service::post(std::string_view operation, std::string body) {
  CallBuilder built(emulator::secrets_manager(), operation, Json::object());
  return answer(built.raw_body(std::move(body)).call());
}

Heard Service::create(std::string_view name, std::string_view value) {
  return call("CreateSecret", {{"Name", name}, {"SecretString", value}});
}

Heard Service::put(std::string_view id, std::string_view value) {
  return call("PutSecretValue", {{"SecretId", id}, {"SecretString", value}});
}

std::string token(int number) {
  char text[40];
  std::snprintf(text, sizeof text, "%08d-0000-4000-8000-000000000000", number);
  return text;
}

Json tags(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  auto list = Json::array();
  for (const auto& [key, value] : pairs) {
    list.push_back(Json::object({{"Key", key}, {"Value", value}}));
  }
  return list;
}

Json filter(const char* key, std::initializer_list<const char*> values) {
  auto list = Json::array();
  for (const char* value : values) list.push_back(value);
  return Json::array({Json::object({{"Key", key}, {"Values", list}})});
}

}  // namespace stunt::test
