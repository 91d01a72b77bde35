// SPDX-License-Identifier: MIT
#include "aws/credential.h"

#include <algorithm>

#include "aws/sigv4/authorization.h"

namespace stunt::aws {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

Credential read_credential(std::string_view authorization) {
  Credential credential;
  if (!authorization.starts_with("AWS4-")) return credential;
  const auto header = read_authorization(authorization);
  credential.signed_headers = header.signed_headers;
  const auto parts = credential_parts(header.credential);
  if (!parts || parts->back() != kTerminator) return credential;
  credential.access_key_id = (*parts)[0];
  credential.date = (*parts)[1];
  credential.region = (*parts)[2];
  credential.service = (*parts)[3];
  return credential;
}

bool is_account_id(std::string_view text) {
  return text.size() == 12 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_region_name(std::string_view text) {
  return text.size() >= 4 && text.find('-') != std::string_view::npos && is_digit(text.back()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

}  // namespace stunt::aws
