// SPDX-License-Identifier: MIT
#include "emulator/filters.h"

#include <algorithm>
#include <array>

#include "emulator/errors.h"
#include "emulator/names.h"
#include "emulator/replication/counterparts.h"
#include "emulator/words.h"

namespace stunt::emulator {
namespace {

/// True if each word of `value` is how some word of `text` begins; case does not count.
bool has_words(std::string_view text, std::string_view value) {
  const auto wanted = search_words(value), words = search_words(text);
  return !wanted.empty() && std::ranges::all_of(wanted, [&](const std::string& want) {
    return std::ranges::any_of(words, [&](const auto& word) { return word.starts_with(want); });
  });
}

template <typename Test>
bool any_tag(const Secret& secret, Test test) {
  return secret.tags && std::ranges::any_of(*secret.tags, test);
}

bool by_name(const Secret& secret, std::string_view value) {
  return secret.name.starts_with(value);
}

bool by_description(const Secret& secret, std::string_view value) {
  return has_words(secret.description, value);
}

bool by_tag_key(const Secret& secret, std::string_view value) {
  return any_tag(secret, [&](const Tag& tag) { return tag.key.starts_with(value); });
}

bool by_tag_value(const Secret& secret, std::string_view value) {
  return any_tag(secret, [&](const Tag& tag) { return tag.value.starts_with(value); });
}

bool by_everything(const Secret& secret, std::string_view value) {
  return has_words(secret.name, value) || has_words(secret.description, value) ||
         any_tag(secret, [&](const Tag& tag) {
           return has_words(tag.key, value) || has_words(tag.value, value);
         });
}

bool by_owning_service(const Secret& secret, std::string_view value) {
  const auto service = owning_service(secret.name);
  return !service.empty() && service.starts_with(value);
}

bool by_primary_region(const Secret& secret, std::string_view value) {
  const auto region = primary_region(secret);
  return !region.empty() && region.starts_with(value);
}

struct Key {
  std::string_view name;
  Matcher match;
};

constexpr std::array kKeys = {Key{"all", by_everything},
                              Key{"description", by_description},
                              Key{"name", by_name},
                              Key{"owning-service", by_owning_service},
                              Key{"primary-region", by_primary_region},
                              Key{"tag-key", by_tag_key},
                              Key{"tag-value", by_tag_value}};

bool finds(const Filter& filter, const Secret& secret) {
  return std::ranges::any_of(filter.values, [&](std::string_view value) {
    return value.starts_with('!') ? !filter.match(secret, value.substr(1))
                                  : filter.match(secret, value);
  });
}

}  // namespace

tl::expected<std::vector<Filter>, aws::Error> read_filters(const aws::Json& list) {
  std::vector<Filter> filters;
  for (const auto& element : list) {
    const auto name = aws::text_member(element, "Key");
    const auto key = std::ranges::find(kKeys, name, &Key::name);
    if (key == kKeys.end()) return tl::unexpected(errors::filter_without_key());
    const auto* values = aws::member(element, "Values");
    if (!values) return tl::unexpected(errors::filter_without_values(name));
    Filter filter{key->match, {}};
    for (const auto& value : *values) filter.values.push_back(value.get_ref<const std::string&>());
    filters.push_back(std::move(filter));
  }
  return filters;
}

bool matches(const Secret& secret, const std::vector<Filter>& filters) {
  return std::ranges::all_of(filters, [&](const Filter& filter) { return finds(filter, secret); });
}

std::string_view name_prefix(const std::vector<Filter>& filters) {
  const auto found = std::ranges::find_if(filters, [](const Filter& filter) {
    return filter.match == by_name && filter.values.size() == 1 &&
           !filter.values[0].starts_with('!');
  });
  return found == filters.end() ? std::string_view() : found->values[0];
}

}  // namespace stunt::emulator
