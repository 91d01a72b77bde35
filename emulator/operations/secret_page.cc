// SPDX-License-Identifier: MIT
#include "emulator/operations/secret_page.h"

#include <algorithm>

#include "emulator/errors.h"
#include "emulator/filters.h"
#include "emulator/page_token.h"

namespace stunt::emulator {
namespace {

std::int64_t microseconds(const std::optional<world::Instant>& at) {
  return at ? at->time_since_epoch().count() : 0;
}

Position position(const Secret& secret, const SecretOrder& order) {
  if (order.by == "name") return {.name = secret.name, .number = secret.number};
  if (order.by == "last-changed-date") return {microseconds(secret.changed), {}, secret.number};
  if (order.by == "last-accessed-date") return {microseconds(secret.accessed), {}, secret.number};
  return {microseconds(secret.created), {}, secret.number};
}

bool before(const Position& a, const Position& b, const SecretOrder& order) {
  return order.descending ? b < a : a < b;
}

struct Entry {
  Position position;
  const Secret* secret;
};

/// All that makes this list another one than the next.
std::string query(const Context& context, const SecretOrder& order) {
  const aws::Json parts = {context.call.operation, context.parameters.list("Filters"), order.by,
                           order.descending, order.with_deleted};
  return context.shelf.arn_prefix() + parts.dump();
}

}  // namespace

tl::expected<SecretPage, aws::Error> secret_page(const Context& context, const SecretOrder& order) {
  const auto& asked = context.parameters;
  const auto filters = read_filters(asked.list("Filters"));
  if (!filters) return tl::unexpected(filters.error());
  const auto token = asked.text("NextToken");
  const auto after =
      token ? read_page_token(*token, query(context, order), context.random) : std::nullopt;
  if (token && !after) return tl::unexpected(errors::invalid_next_token());

  std::vector<Entry> entries;
  for (const Secret* secret : context.shelf.all(context.now)) {
    if ((secret->deletion && !order.with_deleted) || !matches(*secret, *filters)) continue;
    Entry entry{position(*secret, order), secret};
    if (!after || before(*after, entry.position, order)) entries.push_back(std::move(entry));
  }

  const auto size = std::min<std::size_t>(
      static_cast<std::size_t>(
          asked.integer("MaxResults").value_or(static_cast<std::int64_t>(order.page_size))),
      entries.size());
  const auto end = entries.begin() + static_cast<std::ptrdiff_t>(size);
  std::partial_sort(entries.begin(), end, entries.end(), [&](const Entry& a, const Entry& b) {
    return before(a.position, b.position, order);
  });
  SecretPage page;
  for (auto entry = entries.begin(); entry != end; ++entry) page.secrets.push_back(entry->secret);
  if (end != entries.end()) {
    page.next_token = page_token(std::prev(end)->position, query(context, order), context.random);
  }
  return page;
}

}  // namespace stunt::emulator
