// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "aws/json.h"
#include "aws/sigv4/key.h"
#include "harness/admin/problem.h"
#include "harness/scopes.h"
#include "harness/settings.h"
#include "http/exchange.h"
#include "scenarios/scenario.h"

namespace stunt::harness::admin {

class Errands;
class Runs;
class Snapshots;

/// What the routes act on. All of it may be asked from any thread.
struct Ground {
  const Settings& settings;
  Scopes& scopes;
  /// Stage::declare(), remove()
  std::function<Scopes::Held(scenarios::Script, std::vector<aws::Key>)> declare;
  std::function<bool(std::string_view)> remove;
  std::function<std::string()> endpoint;  ///< "http://127.0.0.1:4566"
  std::function<aws::Json()> health;      ///< of the server and all scopes
  Errands& errands;
  Runs& runs;
  Snapshots& snapshots;
};

/// A request, as a route's handler sees it.
struct Ask {
  const Ground& ground;
  http::Request request;
  std::vector<std::string> arguments{};  ///< of the path's {…}, decoded, in their order
  std::map<std::string, std::string, std::less<>> query{};  ///< decoded
  Scopes::Held scope{};  ///< that of ?scope=, or that of everybody

  /// What the reply has to have besides its own, for browsers: added by whoever dispatches, but to
  /// the reply of an Open route's exchange, which adds it itself.
  http::Headers headers{};

  bool trusted = true;  ///< it brought the token that is wanted, or none is
};

/// Answers at once, on a thread of the server: must not block.
using Quick = http::Reply (*)(const Ask&);

/// May take its time: on the thread of the errands, one after another.
struct Slow {
  http::Reply (*act)(const Ask&);
};

/// Brings an exchange of its own: for what waits for something, or never ends.
struct Open {
  std::unique_ptr<http::Exchange> (*act)(Ask);
};

/// One thing that can be asked for. Handlers throw Problem. The table of all routes is what
/// requests are dispatched by and what the OpenAPI document is made of.
struct Route {
  /// A query parameter, or one of the path.
  struct Parameter {
    std::string_view name, description;
    std::string_view schema = R"({"type": "string"})";  ///< JSON
  };
  /// What may be sent, or answered. The schema is JSON, may name "#/components/schemas/…".
  struct Content {
    std::string_view type = "application/json";
    std::string_view schema = R"({"type": "object"})";
  };
  struct Answer {
    int status;
    std::string_view description;
    std::vector<Content> contents{};
  };

  std::string_view method, path;  ///< "GET", "/_stunt/v1/rules/{id}"
  std::string_view summary;
  std::variant<Quick, Slow, Open> act;
  std::vector<Parameter> parameters{};
  std::vector<Content> body{};  ///< empty: nothing is to be sent
  std::vector<Answer> answers{};
  bool scoped = true;  ///< it takes ?scope=
  bool open = false;   ///< it needs no token: tells nothing of what is in the server
};

/// {"a": …} and the like, as JSON with Content-Type application/json.
http::Reply json_reply(int status, const aws::Json& body);

}  // namespace stunt::harness::admin
