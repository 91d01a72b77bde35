// SPDX-License-Identifier: MIT
#include <array>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "verdict/kinds.h"

namespace stunt::verdict {
namespace {

constexpr std::array kKinds = {
    ExpectationKind{"calls", read_calls_kind},
    ExpectationKind{"never", read_never},
    ExpectationKind{"order", read_order},
    ExpectationKind{"retry", read_retry},
    ExpectationKind{"final", read_final},
    ExpectationKind{"invariant", read_invariant},
    ExpectationKind{"exit", read_exit},
    ExpectationKind{"unusedRecordings", read_unused_recordings},
};

/// A member that says more about one kind.
struct Extra {
  std::string_view name;
  std::string_view kind;
};
constexpr std::array kExtras = {Extra{"count", "calls"}, Extra{"strict", "order"}};

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const auto& kind : kKinds) names.push_back(kind.name);
  return names;
}

std::vector<std::string_view> member_names() {
  auto names = kind_names();
  names.push_back("name");
  for (const auto& extra : kExtras) names.push_back(extra.name);
  return names;
}

constexpr std::size_t kLongestName = 200;

std::string read_name(const input::Value& value) {
  const auto text = value.text();
  if (!text) return {};
  if (text->empty() || text->size() > kLongestName) {
    value.wrong("a name has 1 to " + std::to_string(kLongestName) + " bytes",
                "say in a few words what is expected");
    return {};
  }
  return std::string(*text);
}

std::shared_ptr<const Expectation> read_item(const input::Value& value,
                                             const aws::ServiceModel& service) {
  const auto kinds = kind_names();
  const auto object = value.object({member_names()});
  if (!object) return nullptr;
  const ExpectationKind* found = nullptr;
  for (const auto& kind : kKinds) {
    const auto settings = object->find(kind.name);
    if (!settings) continue;
    if (found) {
      settings->wrong(
          "a second kind of expectation in one item, besides " + input::quote(found->name),
          "begin another item with it");
      return nullptr;
    }
    found = &kind;
  }
  if (!found) {
    value.wrong("nothing is expected", "add one of: " + input::list_of(kinds));
    return nullptr;
  }
  for (const auto& extra : kExtras) {
    const auto member = object->find(extra.name);
    if (member && extra.kind != found->name) {
      member->wrong(input::quote(extra.name) + " goes with " + input::quote(extra.kind),
                    "leave it out");
    }
  }
  const auto name = object->find("name");
  return found->read(
      {*object->find(found->name), value, service, name ? read_name(*name) : std::string()});
}

}  // namespace

std::string Item::name_or(std::string other) const {
  constexpr std::string_view kMore = "…";
  if (!name.empty()) return name;
  if (other.size() <= kLongestName) return other;
  auto end = kLongestName - kMore.size();
  while ((static_cast<unsigned char>(other[end]) & 0xC0) == 0x80) --end;  // not within a character
  return other.substr(0, end) + std::string(kMore);
}

std::span<const ExpectationKind> expectation_kinds() { return kKinds; }

Expectations read_expect(const input::Value& value, const aws::ServiceModel& service) {
  Expectations expectations;
  const auto items = value.items();
  if (items.size() > kMostExpectations) {
    value.wrong("more than " + std::to_string(kMostExpectations) + " expectations",
                "split the file");
    return expectations;
  }
  for (const auto& item : items) {
    if (auto expectation = read_item(item, service)) expectations.push_back(expectation);
  }
  return expectations;
}

}  // namespace stunt::verdict
