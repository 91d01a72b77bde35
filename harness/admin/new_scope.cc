// SPDX-License-Identifier: MIT
#include "harness/admin/new_scope.h"

#include <limits>
#include <string_view>

#include "harness/admin/body.h"
#include "harness/guest.h"
#include "scenarios/script/read_clock.h"
#include "scenarios/script/scope_parts.h"
#include "world/ids.h"
#include "world/random.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kNames[] = {"name", "seed", "clock", "accessKeyIds"};

/// As long as those of AWS, and for one name always the same.
std::string draw_key_id(const std::string& scope) {
  constexpr int kHalf = 8;
  const world::Random random(0);
  return "STNT" + world::alphanumeric(random.draw({"access-key", scope}, 0), kHalf) +
         world::alphanumeric(random.draw({"access-key", scope}, 1), kHalf);
}

void read(const Ask& ask, scenarios::Script& script) {
  if (ask.request.body.empty()) return;
  Body body(ask);
  const auto object = body.root().object({kNames});
  if (object) {
    if (const auto name = object->find("name")) {
      script.scope->name = scenarios::read_scope_name(*name);
    }
    if (const auto seed = object->find("seed")) {
      script.seed = seed->natural(0, std::numeric_limits<std::uint64_t>::max());
    }
    if (const auto clock = object->find("clock")) {
      script.clock = scenarios::read_clock(*clock, "body");
    }
    if (const auto keys = object->find("accessKeyIds")) {
      script.scope->access_key_ids = scenarios::read_scope_keys(*keys);
    }
  }
  body.check();
}

}  // namespace

NewScope read_new_scope(const Ask& ask) {
  const auto& scopes = ask.ground.scopes;
  if (scopes.all().size() >= kMostScopes) {
    throw Problem(409, "there are " + std::to_string(kMostScopes) +
                           " scopes already; DELETE /_stunt/v1/scopes/{name} removes one");
  }
  NewScope made;
  auto& scope = made.script.scope.emplace();
  read(ask, made.script);
  if (scope.name.empty()) scope.name = scopes.free_name(scopes.all().size());
  if (scope.access_key_ids.empty()) scope.access_key_ids = {draw_key_id(scope.name)};
  made.secret_access_key = make_secret_access_key();
  for (const auto& id : scope.access_key_ids) {
    made.keys.push_back({id, aws::SecretAccessKey(made.secret_access_key)});
  }
  return made;
}

}  // namespace stunt::harness::admin
