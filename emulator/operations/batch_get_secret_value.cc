// SPDX-License-Identifier: MIT
#include "emulator/operations/batch_get_secret_value.h"

#include "emulator/errors.h"
#include "emulator/limits.h"
#include "emulator/names.h"
#include "emulator/operations/access.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/read_version.h"
#include "emulator/operations/secret_page.h"

namespace stunt::emulator {
namespace {

tl::expected<aws::Json, aws::Error> read_current(const Context& context,
                                                 std::string_view secret_id) {
  if (!is_valid_secret_id(secret_id)) return tl::unexpected(errors::invalid_name());
  const auto secret = active_secret(context, secret_id, "GetSecretValue");
  if (!secret) return tl::unexpected(secret.error());
  if (auto error = key_refuses(context, **secret)) return tl::unexpected(std::move(*error));
  const auto version = readable_version((*secret)->versions, kCurrent);
  if (!version) return tl::unexpected(version.error());
  return read_version(**secret, **version, context.now);
}

/// The secrets that the call wants, as it names them or by ARN, and where the next page begins.
struct Wanted {
  std::vector<std::string> secret_ids{};
  std::optional<std::string> next_token{};
};

tl::expected<Wanted, aws::Error> wanted_secrets(const Context& context) {
  const auto& asked = context.parameters;
  Wanted wanted;
  if (!asked.has("Filters")) {
    for (const auto& id : asked.list("SecretIdList")) {
      wanted.secret_ids.push_back(id.get<std::string>());
    }
    return wanted;
  }
  auto page = secret_page(context, {.page_size = kBatchSize});
  if (!page) return tl::unexpected(std::move(page.error()));
  for (const Secret* secret : page->secrets) wanted.secret_ids.push_back(secret->arn);
  wanted.next_token = std::move(page->next_token);
  return wanted;
}

std::optional<aws::Error> check(const Parameters& asked) {
  const bool has_filters = asked.has("Filters");
  if (asked.has("MaxResults") && !has_filters) return errors::page_without_filters();
  if (asked.has("SecretIdList") == has_filters) return errors::ids_or_filters();
  // A list of ids has no pages, so nobody has a token for it.
  if (asked.has("NextToken") && !has_filters) return errors::invalid_next_token();
  return std::nullopt;
}

}  // namespace

Result batch_get_secret_value(const Context& context) {
  if (auto wrong = check(context.parameters)) return tl::unexpected(std::move(*wrong));
  const auto wanted = wanted_secrets(context);
  if (!wanted) return tl::unexpected(wanted.error());

  auto values = aws::Json::array(), wrong = aws::Json::array();
  for (const auto& id : wanted->secret_ids) {
    auto value = read_current(context, id);
    if (value) {
      values.push_back(std::move(*value));
    } else {
      const auto& error = value.error();
      wrong.push_back({{"SecretId", id}, {"ErrorCode", error.code}, {"Message", error.message}});
    }
  }
  aws::Json body = {{"SecretValues", std::move(values)}};
  if (wanted->next_token) body["NextToken"] = *wanted->next_token;
  body["Errors"] = std::move(wrong);
  return Answer{std::move(body)};
}

}  // namespace stunt::emulator
