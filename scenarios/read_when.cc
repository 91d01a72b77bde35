// SPDX-License-Identifier: MIT
#include "scenarios/read_when.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::scenarios {
namespace {

using input::Kind;
using input::quote;

constexpr std::array<std::string_view, 4> kNames = {"operation", "secretId", "nth", "probability"};
constexpr std::array<std::string_view, 12> kLater = {"service", "body",    "bodyPointer", "header",
                                                     "client",  "attempt", "nthBy",       "window",
                                                     "state",   "outcome", "not",         "anyOf"};

/// The service has fewer.
constexpr std::size_t kMostOperations = 100;

std::optional<Glob> read_glob(const input::Value& value) {
  if (value.kind() == Kind::object) {
    value.wrong("patterns other than globs are not supported by this version",
                "write a glob such as prod/*");
    return std::nullopt;
  }
  const auto pattern = value.text();
  if (!pattern) return std::nullopt;
  if (pattern->empty()) {
    value.wrong("the pattern is empty", "write * for all, or leave it out");
    return std::nullopt;
  }
  if (pattern->size() > Glob::kLongest) {
    value.wrong("the pattern is longer than " + std::to_string(Glob::kLongest) + " bytes",
                "no name is that long");
    return std::nullopt;
  }
  if (count_wildcards(*pattern) > Glob::kMostWildcards) {
    value.wrong("the pattern has more than " + std::to_string(Glob::kMostWildcards) + " wildcards",
                "use fewer");
    return std::nullopt;
  }
  return Glob(std::string(*pattern));
}

void read_operation(const input::Value& value, const aws::ServiceModel& service,
                    std::vector<Glob>& operations) {
  auto glob = read_glob(value);
  if (!glob) return;
  std::vector<std::string_view> names;
  bool hits = false;
  for (const auto& operation : service.operations) {
    names.push_back(operation.name);
    hits = hits || glob->matches(operation.name);
  }
  if (hits) {
    operations.push_back(*std::move(glob));
  } else if (glob->is_literal()) {
    value.wrong("unknown operation " + quote(glob->pattern()),
                input::suggest(glob->pattern(), names));
  } else {
    value.wrong("no operation matches " + quote(glob->pattern()),
                "there are: " + input::list_of(names));
  }
}

void read_operations(const input::Value& value, const aws::ServiceModel& service,
                     std::vector<Glob>& operations) {
  if (value.kind() != Kind::list) {
    read_operation(value, service, operations);
    return;
  }
  const auto items = value.items();
  if (items.empty()) {
    value.wrong("the list is empty", "name an operation, or leave 'operation' out to match all");
  }
  if (items.size() > kMostOperations) {
    value.wrong("more than " + std::to_string(kMostOperations) + " operations", "use a glob");
    return;
  }
  for (const auto& item : items) read_operation(item, service, operations);
}

/// A secret's name never matches a call that names none.
void check_names_secrets(const input::Value& value, const SecretPattern& secret,
                         const std::vector<const aws::OperationModel*>& operations) {
  const bool can_match =
      operations.empty() || secret.matches(aws::Call()) ||
      std::any_of(operations.begin(), operations.end(),
                  [](const auto* operation) { return !operation->resource.empty(); });
  if (can_match) return;
  value.wrong(
      std::string(operations.front()->name) + " names no secret, so that this never matches",
      "leave 'secretId' out");
}

}  // namespace

When read_when(const input::Value& value, Target& target) {
  When when;
  const auto object = value.object({kNames, kLater});
  if (!object) return when;
  if (const auto operation = object->find("operation")) {
    read_operations(*operation, target.service, when.match.operations);
    if (when.match.operations.empty()) {
      target.operations.clear();
    } else {
      target.operations = operations_of(when.match, target.service);
    }
  }
  if (const auto secret = object->find("secretId")) {
    if (const auto glob = read_glob(*secret)) {
      when.match.secret.emplace(glob->pattern());
      check_names_secrets(*secret, *when.match.secret, target.operations);
    }
  }
  if (const auto nth = object->find("nth")) when.nth = read_nth(*nth);
  if (const auto probability = object->find("probability")) {
    when.probability = probability->number(0, 1);
  }
  return when;
}

}  // namespace stunt::scenarios
