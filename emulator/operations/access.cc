// SPDX-License-Identifier: MIT
#include "emulator/operations/access.h"

#include <algorithm>
#include <array>

#include "aws/arn.h"
#include "aws/credential.h"
#include "emulator/errors.h"
#include "emulator/policy/grammar.h"
#include "emulator/policy/verdict.h"
#include "http/ascii.h"

namespace stunt::emulator {
namespace {

using policy::Verdict;
using Values = std::vector<std::string>;

/// What conditions may ask about a call.
class CallFacts {
 public:
  CallFacts(const Context& context, const Secret& secret, std::string_view secret_id)
      : context_(context), secret_(secret), secret_id_(secret_id) {}

  std::optional<Values> operator()(std::string_view key) const {
    for (const std::string_view prefix : {"aws:resourcetag/", "secretsmanager:resourcetag/"}) {
      if (key.starts_with(prefix)) return tag(key.substr(prefix.size()));
    }
    const auto& place = context_.shelf.place();
    if (key == "aws:principalaccount") return Values{place.account};
    if (key == "aws:requestedregion") return Values{place.region};
    if (key == "aws:resourceaccount") return Values{secret_.shelf->place().account};
    if (key == "aws:securetransport") return Values{"true"};
    if (key == "secretsmanager:secretid") return Values{std::string(secret_id_)};
    if (key == "secretsmanager:versionid") return text("VersionId");
    if (key == "secretsmanager:versionstage") return text("VersionStage");
    if (key == "secretsmanager:blockpublicpolicy") return flag("BlockPublicPolicy");
    if (key == "secretsmanager:forcedeletewithoutrecovery") {
      return flag("ForceDeleteWithoutRecovery");
    }
    return std::nullopt;
  }

 private:
  Values tag(std::string_view key) const {
    Values values;
    if (!secret_.tags) return values;
    for (const auto& tag : *secret_.tags) {
      if (http::lower(tag.key) == key) values.push_back(tag.value);
    }
    return values;
  }

  Values text(std::string_view member) const {
    const auto said = context_.parameters.text(member);
    return said ? Values{std::string(*said)} : Values{};
  }

  Values flag(std::string_view member) const {
    if (!context_.parameters.has(member)) return {};
    return {context_.parameters.flag(member) ? "true" : "false"};
  }

  const Context& context_;
  const Secret& secret_;
  std::string_view secret_id_;
};

Verdict verdict(const Context& context, const Secret& secret, std::string_view secret_id,
                std::string_view action) {
  if (!secret.policy) return Verdict::silent;
  const auto read = policy::read_policy(*secret.policy);
  if (!read) return Verdict::silent;
  return policy::verdict(*read, {context.shelf.place().account, std::string(action), secret.arn,
                                 CallFacts(context, secret, secret_id)});
}

bool is_about_the_policy(std::string_view action) {
  constexpr std::array<std::string_view, 3> kActions = {"secretsmanager:DeleteResourcePolicy",
                                                        "secretsmanager:GetResourcePolicy",
                                                        "secretsmanager:PutResourcePolicy"};
  return std::ranges::find(kActions, action) != kActions.end();
}

/// The account that the id says, if it is an ARN and that is not the caller's.
std::optional<std::string> foreign_account(const Context& context, std::string_view secret_id) {
  const auto arn = aws::read_arn(secret_id);
  if (!arn || arn->service != "secretsmanager" || !aws::is_account_id(arn->account) ||
      arn->account == context.shelf.place().account) {
    return std::nullopt;
  }
  return std::string(arn->account);
}

/// Who writes sees how it is; who reads may be told how it was.
Secret* find_on(Shelf& shelf, const Context& context, std::string_view secret_id) {
  if (context.call.model->writes) return find_secret(shelf, secret_id, context.now);
  const auto& terms = context.call.terms;
  return seen_secret(shelf, secret_id, context.now, {terms.lag, terms.versions_back});
}

Secret* find_at(const Context& context, const std::string& account, std::string_view secret_id) {
  Shelf* shelf = context.shelves.find({context.shelf.place().region, account});
  return shelf ? find_on(*shelf, context, secret_id) : nullptr;
}

}  // namespace

tl::expected<Secret*, aws::Error> accessible_secret(const Context& context,
                                                    std::string_view secret_id,
                                                    std::string_view operation) {
  const auto account = foreign_account(context, secret_id);
  Secret* secret =
      account ? find_at(context, *account, secret_id) : find_on(context.shelf, context, secret_id);
  if (!account && (!secret || !secret->policy)) return secret;
  const auto action = "secretsmanager:" + std::string(operation);
  const auto caller = root_arn(context.shelf.place());
  const auto said = secret ? verdict(context, *secret, secret_id, action) : Verdict::silent;
  if (said == Verdict::denied && (account || !is_about_the_policy(action))) {
    return tl::unexpected(errors::denied(caller, action, secret_id));
  }
  if (said == Verdict::silent && account) {
    return tl::unexpected(errors::not_allowed(caller, action, secret_id));
  }
  return secret;
}

std::optional<aws::Error> key_refuses(const Context& context, const Secret& secret) {
  if (!secret.kms_key_id.empty() ||
      secret.shelf->place().account == context.shelf.place().account) {
    return std::nullopt;
  }
  return errors::default_key_of_another_account();
}

}  // namespace stunt::emulator
