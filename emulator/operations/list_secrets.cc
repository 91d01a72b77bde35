// SPDX-License-Identifier: MIT
#include "emulator/operations/list_secrets.h"

#include <algorithm>

#include "emulator/errors.h"
#include "emulator/filters.h"
#include "emulator/limits.h"
#include "emulator/operations/output.h"
#include "emulator/page_token.h"

namespace stunt::emulator {
namespace {

std::int64_t microseconds(const std::optional<world::Instant>& at) {
  return at ? at->time_since_epoch().count() : 0;
}

/// In which order secrets are listed.
class Order {
 public:
  explicit Order(const Parameters& parameters)
      : by_(parameters.text("SortBy").value_or("created-date")),
        descending_(parameters.text("SortOrder") == "desc") {}

  Position position(const Secret& secret) const {
    if (by_ == "name") return {.name = secret.name, .number = secret.number};
    if (by_ == "last-changed-date") return {microseconds(secret.changed), {}, secret.number};
    if (by_ == "last-accessed-date") return {microseconds(secret.accessed), {}, secret.number};
    return {microseconds(secret.created), {}, secret.number};
  }

  bool before(const Position& a, const Position& b) const { return descending_ ? b < a : a < b; }

 private:
  std::string_view by_;
  bool descending_;
};

struct Entry {
  Position position;
  const Secret* secret;
};

/// All that makes this list another one than the next.
std::string query(const Context& context) {
  const auto& asked = context.parameters;
  const aws::Json parts = {asked.list("Filters"), asked.text("SortBy").value_or(""),
                           asked.text("SortOrder").value_or(""),
                           asked.flag("IncludePlannedDeletion")};
  return context.shelf.arn_prefix() + parts.dump();
}

}  // namespace

Result list_secrets(const Context& context) {
  const auto& asked = context.parameters;
  const auto filters = read_filters(asked.list("Filters"));
  if (!filters) return tl::unexpected(filters.error());
  const auto token = asked.text("NextToken");
  const auto after = token ? read_page_token(*token, query(context), context.random) : std::nullopt;
  if (token && !after) return tl::unexpected(errors::invalid_next_token());

  const Order order(asked);
  const bool with_deleted = asked.flag("IncludePlannedDeletion");
  std::vector<Entry> entries;
  for (const Secret* secret : context.shelf.all(context.now)) {
    if ((secret->deletion && !with_deleted) || !matches(*secret, *filters)) continue;
    Entry entry{order.position(*secret), secret};
    if (!after || order.before(*after, entry.position)) entries.push_back(std::move(entry));
  }

  const auto page = std::min<std::size_t>(
      static_cast<std::size_t>(asked.integer("MaxResults").value_or(kPageSize)), entries.size());
  const auto end = entries.begin() + static_cast<std::ptrdiff_t>(page);
  std::partial_sort(entries.begin(), end, entries.end(), [&](const Entry& a, const Entry& b) {
    return order.before(a.position, b.position);
  });
  aws::Json body = {{"SecretList", aws::Json::array()}};
  for (auto entry = entries.begin(); entry != end; ++entry) {
    body["SecretList"].push_back(description(*entry->secret, "SecretVersionsToStages"));
  }
  if (end != entries.end()) {
    body["NextToken"] = page_token(std::prev(end)->position, query(context), context.random);
  }
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
