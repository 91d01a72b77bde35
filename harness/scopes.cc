// SPDX-License-Identifier: MIT
#include "harness/scopes.h"

#include <stdexcept>
#include <utility>

#include "aws/credential.h"
#include "input/quote.h"

namespace stunt::harness {
namespace {

constexpr std::string_view kPrefix = "/s/";

/// NAME of /s/NAME and /s/NAME/….
std::string_view name_in(std::string_view path) {
  path.remove_prefix(kPrefix.size());
  return path.substr(0, path.find('/'));
}

}  // namespace

Scopes::Scopes(std::vector<Held> scopes) : everybody_(scopes.front()) {
  for (auto& scope : scopes) add(std::move(scope));
}

Scopes::Held Scopes::of(const http::Request& request) const {
  if (request.path.starts_with(kPrefix)) return find(name_in(request.path));
  const std::lock_guard lock(mutex_);
  if (!by_key_.empty()) {
    if (const auto authorization = request.headers.get("authorization")) {
      const auto found = by_key_.find(aws::read_credential(*authorization).access_key_id);
      if (found != by_key_.end()) return found->second;
    }
  }
  return everybody_;
}

Scopes::Held Scopes::find(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

std::vector<Scopes::Held> Scopes::all() const {
  const std::lock_guard lock(mutex_);
  return scopes_;
}

std::vector<std::string> Scopes::names() const {
  std::vector<std::string> names;
  for (const auto& scope : all()) names.push_back(scope->name());
  return names;
}

std::string Scopes::free_name(std::uint64_t from) const {
  for (;; ++from) {
    auto name = "scope-" + std::to_string(from);
    if (!find(name)) return name;
  }
}

void Scopes::add(Held scope) {
  const std::lock_guard lock(mutex_);
  if (by_name_.contains(scope->name())) {
    throw std::invalid_argument("there is a scope " + input::quote(scope->name()) + " already");
  }
  for (const auto& key : scope->access_key_ids()) {
    const auto taken = by_key_.find(key);
    if (taken == by_key_.end()) continue;
    throw std::invalid_argument("the access key id " + input::quote(key) +
                                " belongs to the scope " + input::quote(taken->second->name()));
  }
  for (const auto& key : scope->access_key_ids()) by_key_.emplace(key, scope);
  by_name_.emplace(scope->name(), scope);
  scopes_.push_back(std::move(scope));
}

Scopes::Held Scopes::remove(std::string_view name) {
  const std::lock_guard lock(mutex_);
  const auto found = by_name_.find(name);
  if (found == by_name_.end() || found->second == everybody_) return nullptr;
  auto scope = found->second;
  by_name_.erase(found);
  std::erase_if(by_key_, [&](const auto& key) { return key.second == scope; });
  std::erase(scopes_, scope);
  return scope;
}

}  // namespace stunt::harness
