// SPDX-License-Identifier: MIT
#include "emulator/operations/secret_page.h"

#include "emulator/errors.h"
#include "emulator/filters.h"
#include "emulator/orders.h"
#include "emulator/page_token.h"

namespace stunt::emulator {
namespace {

SortBy sort_by(std::string_view name) {
  if (name == "name") return SortBy::name;
  if (name == "last-changed-date") return SortBy::changed;
  if (name == "last-accessed-date") return SortBy::accessed;
  return SortBy::created;
}

/// The secrets that may be on a page which begins behind `seen`.
View view(const SecretOrder& order, const std::vector<Filter>& filters,
          const std::optional<Position>& seen) {
  View view{.by = sort_by(order.by),
            .descending = order.descending,
            .with_scheduled = order.with_deleted};
  if (view.by == SortBy::name) view.between = names_with(name_prefix(filters));
  if (seen) (view.descending ? view.between.high : view.between.low) = seen;
  return view;
}

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
  const auto which = query(context, order);
  const auto seen = token ? read_page_token(*token, which, context.random) : std::nullopt;
  if (token && !seen) return tl::unexpected(errors::invalid_next_token());

  const auto size = static_cast<std::size_t>(
      asked.integer("MaxResults").value_or(static_cast<std::int64_t>(order.page_size)));
  const auto wanted = view(order, *filters, seen);
  auto walk = context.shelf.walk(wanted, context.now);
  SecretPage page;
  std::size_t looked_at = 0;
  const Secret* last = nullptr;
  while (const Secret* secret = walk.next()) {
    const bool found = matches(*secret, *filters);
    if (looked_at == context.settings.search || (found && page.secrets.size() == size)) {
      page.next_token = page_token(position(*last, wanted.by), which, context.random);
      break;
    }
    if (found) page.secrets.push_back(secret);
    ++looked_at;
    last = secret;
  }
  return page;
}

}  // namespace stunt::emulator
