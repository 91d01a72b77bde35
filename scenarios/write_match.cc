// SPDX-License-Identifier: MIT
#include "scenarios/match.h"

namespace stunt::scenarios {
namespace {

using aws::Json;

Json to_json(const std::vector<TextMatcher>& texts) {
  if (texts.size() == 1) return texts.front().to_json();
  Json list = Json::array();
  for (const auto& text : texts) list.push_back(text.to_json());
  return list;
}

Json to_json(const ClientPattern& client) {
  Json json = Json::object();
  if (client.access_key_id) json["accessKeyId"] = client.access_key_id->to_json();
  if (client.region) json["region"] = client.region->to_json();
  if (client.user_agent) json["userAgent"] = client.user_agent->to_json();
  return json;
}

}  // namespace

Json to_json(const Match& match) {
  Json json = Json::object();
  if (match.service) json["service"] = match.service->pattern();
  if (!match.operations.empty()) json["operation"] = to_json(match.operations);
  if (match.secret) json["secretId"] = match.secret->to_json();
  if (match.body) json["body"] = match.body->to_json();
  for (const auto& one : match.pointers) json["bodyPointer"][one.pointer] = one.text.to_json();
  for (const auto& [name, value] : match.headers) json["header"][name] = value.to_json();
  if (match.client) json["client"] = to_json(*match.client);
  if (match.attempt) json["attempt"] = to_json(*match.attempt);
  for (const auto& [machine, state] : match.states) json["state"][machine] = state;
  if (match.outcome) json["outcome"] = aws::to_string(*match.outcome);
  if (match.none) json["not"] = to_json(*match.none);
  for (const auto& one : match.any_of) json["anyOf"].push_back(to_json(one));
  return json;
}

}  // namespace stunt::scenarios
