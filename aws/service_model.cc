// SPDX-License-Identifier: MIT
#include "aws/service_model.h"

#include <algorithm>
#include <array>

namespace stunt::aws {
namespace {

template <typename Items, typename Key, typename Field>
auto find_by(const Items& items, Key key, Field field) -> decltype(&*items.begin()) {
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const auto& item) { return item.*field == key; });
  return found == items.end() ? nullptr : &*found;
}

constexpr std::array kCommonErrors = {
    ErrorModel{"AccessDeniedException", 400, "Access to KMS is not allowed", true},
    ErrorModel{"ExpiredTokenException", 400,
               "The security token included in the request is expired", false},
    ErrorModel{"IncompleteSignatureException", 400,
               "Authorization header requires 'Credential' parameter.", false},
    ErrorModel{"InternalFailure", 500,
               "The request processing has failed because of an unknown error, exception or "
               "failure.",
               false},
    ErrorModel{"InvalidSignatureException", 400,
               "The request signature we calculated does not match the signature you provided. "
               "Check your AWS Secret Access Key and signing method. Consult the service "
               "documentation for details.",
               false},
    ErrorModel{"MissingAuthenticationTokenException", 400, "Missing Authentication Token", false},
    ErrorModel{"RequestExpired", 400, "Request has expired.", false},
    ErrorModel{"RequestTimeout", 400, "The request timed out.", false},
    ErrorModel{"RequestTimeoutException", 400, "The request timed out.", false},
    ErrorModel{"SerializationException", 400, "", false},
    ErrorModel{"ServiceUnavailable", 503,
               "The request has failed due to a temporary failure of the server.", false},
    ErrorModel{"ThrottlingException", 400, "Rate exceeded", false},
    ErrorModel{"UnknownOperationException", 400, "", false},
    ErrorModel{"UnrecognizedClientException", 400,
               "The security token included in the request is invalid.", false},
    ErrorModel{"ValidationException", 400, "1 validation error detected", false},
};

}  // namespace

const MemberModel* find_member(std::span<const MemberModel> members, std::string_view name) {
  return find_by(members, name, &MemberModel::name);
}

const OperationModel* ServiceModel::operation(std::string_view name) const {
  return find_by(operations, name, &OperationModel::name);
}

const ErrorModel* ServiceModel::error(std::string_view code) const {
  return find_by(errors, code, &ErrorModel::code);
}

std::span<const ErrorModel> common_errors() { return kCommonErrors; }

const ErrorModel* common_error(std::string_view code) {
  return find_by(kCommonErrors, code, &ErrorModel::code);
}

}  // namespace stunt::aws
