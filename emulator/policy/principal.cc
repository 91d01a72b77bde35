// SPDX-License-Identifier: MIT
#include "emulator/policy/principal.h"

#include <algorithm>

#include "aws/arn.h"
#include "aws/credential.h"
#include "emulator/place.h"

namespace stunt::emulator::policy {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";

bool consists_of(std::string_view text, std::string_view one, std::string_view other,
                 std::string_view more = {}) {
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return one.find(c) != one.npos || other.find(c) != other.npos || more.find(c) != more.npos;
  });
}

/// "role/path/name" for the kind "role/". A name has no wildcard: IAM knows none there.
bool names_one(std::string_view resource, std::string_view kind) {
  return resource.starts_with(kind) && resource.size() > kind.size() && resource.back() != '/' &&
         resource.find_first_of("*? ") == resource.npos;
}

bool is_global(const aws::Arn& arn, std::string_view service) {
  return arn.partition.starts_with("aws") && arn.service == service && arn.region.empty();
}

std::optional<Principal> read_aws(std::string_view name) {
  using Kind = Principal::Kind;
  if (name == "*") return Principal{};
  if (aws::is_account_id(name)) return Principal{Kind::account, std::string(name)};
  const auto arn = aws::read_arn(name);
  if (!arn || !aws::is_account_id(arn->account)) return std::nullopt;
  const auto is = [&](std::string_view service, std::string_view kind) {
    return is_global(*arn, service) && names_one(arn->resource, kind);
  };
  if (is_global(*arn, "iam") && arn->resource == "root") {
    return Principal{Kind::account, std::string(arn->account)};
  }
  if (is("iam", "user/") || is("iam", "role/") || is("sts", "assumed-role/") ||
      is("sts", "federated-user/")) {
    return Principal{Kind::identity, std::string(arn->account)};
  }
  return std::nullopt;
}

bool is_domain(std::string_view name) {
  return consists_of(name, kSmallLetters, kDigits, ".-") && name.find('.') != name.npos &&
         name.front() != '.' && name.back() != '.';
}

bool is_service(std::string_view name) {
  return is_domain(name) &&
         (name.ends_with(".amazonaws.com") || name.ends_with(".amazonaws.com.cn"));
}

bool is_federated(std::string_view name) {
  const auto arn = aws::read_arn(name);
  if (!arn) return is_domain(name);
  return is_global(*arn, "iam") && aws::is_account_id(arn->account) &&
         (names_one(arn->resource, "saml-provider/") || names_one(arn->resource, "oidc-provider/"));
}

bool is_canonical(std::string_view name) {
  constexpr std::size_t kSize = 64;
  return name.size() == kSize && consists_of(name, kDigits, "abcdef");
}

}  // namespace

std::optional<Principal> read_principal(std::string_view type, std::string_view name) {
  if (type == "AWS") return read_aws(name);
  const bool known = (type == "Service" && is_service(name)) ||
                     (type == "Federated" && is_federated(name)) ||
                     (type == "CanonicalUser" && is_canonical(name));
  if (!known) return std::nullopt;
  return Principal{Principal::Kind::outsider};
}

Meant meant(const std::vector<Principal>& principals, std::string_view account) {
  Meant best = Meant::no;
  for (const auto& principal : principals) {
    if (principal.kind == Principal::Kind::anybody) return Meant::yes;
    if (principal.account != account) continue;
    if (principal.kind == Principal::Kind::account) return Meant::yes;
    if (principal.kind == Principal::Kind::identity) best = Meant::perhaps;
  }
  return best;
}

}  // namespace stunt::emulator::policy
