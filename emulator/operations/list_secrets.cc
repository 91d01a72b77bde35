// SPDX-License-Identifier: MIT
#include "emulator/operations/list_secrets.h"

#include "emulator/limits.h"
#include "emulator/operations/output.h"
#include "emulator/operations/secret_page.h"

namespace stunt::emulator {

Result list_secrets(const Context& context) {
  const auto& asked = context.parameters;
  const auto page = secret_page(context, {.by = asked.text("SortBy").value_or("created-date"),
                                          .descending = asked.text("SortOrder") == "desc",
                                          .with_deleted = asked.flag("IncludePlannedDeletion"),
                                          .page_size = kPageSize});
  if (!page) return tl::unexpected(page.error());

  auto list = aws::Json::array();
  for (const Secret* secret : page->secrets) {
    list.push_back(description(*secret, "SecretVersionsToStages", context.settings.deleted_date));
  }
  auto body = object();
  body["SecretList"] = std::move(list);
  if (page->next_token) body["NextToken"] = *page->next_token;
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
