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

  aws::Json body = {{"SecretList", aws::Json::array()}};
  for (const Secret* secret : page->secrets) {
    body["SecretList"].push_back(
        description(*secret, "SecretVersionsToStages", context.settings.deleted_date));
  }
  if (page->next_token) body["NextToken"] = *page->next_token;
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
