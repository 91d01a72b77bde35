// SPDX-License-Identifier: MIT
#include "harness/admin/openapi.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "harness/admin/path.h"
#include "harness/admin/schemas.h"
#include "harness/version.h"
#include "http/ascii.h"

namespace stunt::harness::admin {
namespace {

using aws::Json;

/// "getRulesId" of GET /_stunt/v1/rules/{id}.
std::string operation_id(const Route& route) {
  auto id = http::lower(route.method);
  auto path = route.path;
  constexpr std::string_view kPrefix = "/_stunt/v1";
  if (path.starts_with(kPrefix)) path.remove_prefix(kPrefix.size());
  bool begins = true;
  for (const char c : path) {
    if (!std::isalnum(static_cast<unsigned char>(c))) {
      begins = true;
      continue;
    }
    id += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    begins = false;
  }
  return id;
}

Json parameter(std::string_view in, const Route::Parameter& from) {
  return {{"name", from.name},
          {"in", in},
          {"required", in == "path"},
          {"description", from.description},
          {"schema", Json::parse(from.schema)}};
}

Json parameters(const Route& route) {
  Json all = Json::array();
  const auto in_path = names_in(route.path);
  const auto is_in_path = [&](std::string_view name) {
    return std::find(in_path.begin(), in_path.end(), name) != in_path.end();
  };
  for (const auto& one : route.parameters) {
    all.push_back(parameter(is_in_path(one.name) ? "path" : "query", one));
  }
  for (const auto& name : in_path) {
    const bool told = std::any_of(route.parameters.begin(), route.parameters.end(),
                                  [&](const auto& one) { return one.name == name; });
    if (!told) all.push_back(parameter("path", {name, ""}));
  }
  if (route.scoped) {
    all.push_back(parameter("query", {"scope",
                                      "the world that is meant; without it that of "
                                      "everybody"}));
  }
  return all;
}

Json contents(const std::vector<Route::Content>& contents) {
  Json all = Json::object();
  for (const auto& [type, schema] : contents)
    all[std::string(type)]["schema"] = Json::parse(schema);
  return all;
}

Json answers(const Route& route) {
  Json all = Json::object();
  for (const auto& [status, description, given] : route.answers) {
    auto& answer = all[std::to_string(status)];
    answer["description"] = description;
    if (!given.empty()) answer["content"] = contents(given);
  }
  all["default"] = {{"$ref", "#/components/responses/Problem"}};
  return all;
}

Json operation(const Route& route, bool with_token) {
  Json made = {{"operationId", operation_id(route)}, {"summary", route.summary}};
  if (auto list = parameters(route); !list.empty()) made["parameters"] = std::move(list);
  if (!route.body.empty()) {
    made["requestBody"] = {{"required", true}, {"content", contents(route.body)}};
  }
  made["responses"] = answers(route);
  if (with_token && route.open) made["security"] = Json::array();
  return made;
}

}  // namespace

Json openapi(const std::vector<Route>& routes, bool with_token) {
  Json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "stunt: the admin API"},
        {"description", "Drives the stand-in for AWS Secrets Manager. See docs/admin-api.md."},
        {"version", kVersion}}}};
  auto& paths = document["paths"];
  for (const auto& route : routes) {
    paths[std::string(route.path)][http::lower(route.method)] = operation(route, with_token);
  }
  document["components"] = {{"schemas", schemas()},
                            {"responses",
                             {{"Problem",
                               {{"description", "why it was not done (RFC 9457)"},
                                {"content",
                                 {{"application/problem+json",
                                   {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}}}}}};
  if (with_token) {
    document["components"]["securitySchemes"]["token"] = {{"type", "http"}, {"scheme", "bearer"}};
    document["security"] = Json::array({{{"token", Json::array()}}});
  }
  return document;
}

}  // namespace stunt::harness::admin
