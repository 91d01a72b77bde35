// SPDX-License-Identifier: MIT
#include "harness/scopes.h"

#include <algorithm>
#include <utility>

#include "aws/credential.h"

namespace stunt::harness {
namespace {

constexpr std::string_view kPrefix = "/s/";

/// NAME of /s/NAME and /s/NAME/….
std::string_view name_in(std::string_view path) {
  path.remove_prefix(kPrefix.size());
  return path.substr(0, path.find('/'));
}

}  // namespace

Scopes::Scopes(std::vector<std::unique_ptr<Scope>> scopes) : scopes_(std::move(scopes)) {
  for (const auto& scope : scopes_) {
    for (const auto& key : scope->access_key_ids()) by_key_.emplace(key, scope.get());
  }
}

Scope* Scopes::of(const http::Request& request) const {
  if (request.path.starts_with(kPrefix)) return find(name_in(request.path));
  if (!by_key_.empty()) {
    if (const auto authorization = request.headers.get("authorization")) {
      const auto found = by_key_.find(aws::read_credential(*authorization).access_key_id);
      if (found != by_key_.end()) return found->second;
    }
  }
  return &everybody();
}

Scope* Scopes::find(std::string_view name) const {
  const auto found = std::find_if(scopes_.begin(), scopes_.end(),
                                  [&](const auto& scope) { return scope->name() == name; });
  return found == scopes_.end() ? nullptr : found->get();
}

std::vector<std::string> Scopes::names() const {
  std::vector<std::string> names;
  for (const auto& scope : scopes_) names.push_back(scope->name());
  return names;
}

}  // namespace stunt::harness
