// SPDX-License-Identifier: MIT
#include "harness/admin/snapshots.h"

#include <sstream>
#include <string>
#include <utility>

#include "emulator/stock.h"
#include "harness/admin/routes/tables.h"
#include "input/did_you_mean.h"
#include "input/quote.h"
#include "state/transfer.h"
#include "world/calendar.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kSnapshot = R"({"$ref": "#/components/schemas/Snapshot"})";
constexpr std::string_view kSnapshots = R"({"type": "object", "properties": {"snapshots":
  {"type": "array", "items": {"$ref": "#/components/schemas/Snapshot"}}}})";
constexpr std::string_view kExport = R"({"type": "object", "required": ["stuntState", "secrets"],
  "description": "what `stunt state export` writes"})";
constexpr std::string_view kCount = R"({"type": "object", "required": ["secrets"],
  "properties": {"secrets": {"type": "integer", "minimum": 0}}})";

aws::Json to_json(const Snapshot& snapshot) {
  return {{"id", snapshot.id},
          {"scope", snapshot.scope},
          {"at", world::rfc3339(snapshot.at)},
          {"secrets", snapshot.stock.size()}};
}

emulator::Vault& vault_of(Scope& scope) {
  if (auto* vault = scope.vault()) return *vault;
  throw Problem(409, "the secrets of this scope are not here: somebody else answers its calls");
}

Snapshots::Held find(const Ask& ask) {
  const auto& id = ask.arguments.front();
  if (auto snapshot = ask.ground.snapshots.find(id)) return snapshot;
  const auto all = ask.ground.snapshots.all();
  std::vector<std::string_view> known;
  for (const auto& one : all) known.push_back(one->id);
  throw Problem(404, "there is no snapshot " + input::quote(id) + "; the last " +
                         std::to_string(Snapshots::kMost) + " are kept" +
                         (known.empty() ? "" : ": " + input::suggest(id, known)));
}

bool reveals(const Ask& ask) {
  const auto reveal = ask.query.find("reveal");
  if (reveal == ask.query.end() || reveal->second == "false") return false;
  if (reveal->second == "true") return true;
  throw Problem(400, "?reveal= is true or false, not " + input::quote(reveal->second));
}

http::Reply put_there(Scope& scope, const emulator::Stock& stock) {
  auto& vault = vault_of(scope);
  const auto count = emulator::put_stock(vault, stock, scope.clock().now());
  if (!vault.commit()) throw Problem(503, "the state cannot be kept");
  return json_reply(200, {{"secrets", count}});
}

http::Reply list(const Ask& ask) {
  aws::Json snapshots = aws::Json::array();
  for (const auto& one : ask.ground.snapshots.all()) snapshots.push_back(to_json(*one));
  return json_reply(200, {{"snapshots", std::move(snapshots)}});
}

http::Reply take(const Ask& ask) {
  auto& scope = *ask.scope;
  const auto now = scope.clock().now();
  const auto snapshot =
      ask.ground.snapshots.add(scope.name(), now, emulator::take_stock(vault_of(scope), now));
  auto reply = json_reply(201, to_json(*snapshot));
  reply.headers.add("Location", "/_stunt/v1/snapshots/" + snapshot->id);
  return reply;
}

http::Reply get(const Ask& ask) {
  const auto values = reveals(ask) ? state::Values::revealed : state::Values::omitted;
  std::ostringstream text;
  state::export_stock(find(ask)->stock, text, values);
  return {200,
          {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
          std::move(text).str()};
}

http::Reply remove(const Ask& ask) {
  ask.ground.snapshots.remove(find(ask)->id);
  return {204, {}, ""};
}

http::Reply restore(const Ask& ask) {
  const auto snapshot = find(ask);
  auto scope = ask.scope;
  if (!ask.query.contains("scope")) scope = ask.ground.scopes.find(snapshot->scope);
  if (!scope) {
    throw Problem(404, "its scope " + input::quote(snapshot->scope) +
                           " has left; say with ?scope= where the secrets go");
  }
  return put_there(*scope, snapshot->stock);
}

http::Reply put(const Ask& ask) {
  const auto now = ask.scope->clock().now();
  emulator::Vault read;
  state::import_text(ask.request.body, "body", read, now);
  return put_there(*ask.scope, emulator::take_stock(read, now));
}

}  // namespace

std::vector<Route> snapshot_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/snapshots", "The snapshots that are kept", &list},
      {"POST", "/_stunt/v1/snapshots", "Keeps the secrets of a scope as they are", Slow{&take}},
      {"GET", "/_stunt/v1/snapshots/{id}", "One of them as a file, without values", Slow{&get}},
      {"DELETE", "/_stunt/v1/snapshots/{id}", "Forgets it", &remove},
      {"POST", "/_stunt/v1/snapshots/{id}/restore",
       "Its secrets and no others, in the scope that they came from", Slow{&restore}},
      {"PUT", "/_stunt/v1/snapshot", "The secrets of a file with values, and no others",
       Slow{&put}},
  };
  const Route::Answer none{404, "there is no such snapshot"};
  const Route::Answer there{200, "how many are there", {{"application/json", kCount}}};
  const Route::Answer elsewhere{409, "the secrets are somebody else's"};
  routes[0].answers = {{200, "the snapshots", {{"application/json", kSnapshots}}}};
  routes[1].answers = {{201, "the snapshot", {{"application/json", kSnapshot}}}, elsewhere};
  routes[2].answers = {{200, "the file", {{"application/json", kExport}}}, none};
  routes[2].parameters = {{"reveal", "true: with the values, in plain text",
                           R"({"type": "boolean", "default": false})"}};
  routes[3].answers = {{204, "it is gone"}, none};
  routes[4].answers = {there, none, elsewhere};
  routes[5].body = {{"application/json", kExport}};
  routes[5].answers = {there, elsewhere};
  for (const int i : {0, 2, 3}) routes[static_cast<std::size_t>(i)].scoped = false;
  return routes;
}

}  // namespace stunt::harness::admin
