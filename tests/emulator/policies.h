// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>

#include "aws/json.h"

namespace stunt::test {

using aws::Json;

/// A statement that lets account 111122223333 read a secret.
inline Json statement() {
  return {{"Effect", "Allow"},
          {"Principal", {{"AWS", "arn:aws:iam::111122223333:root"}}},
          {"Action", "secretsmanager:GetSecretValue"},
          {"Resource", "*"}};
}

/// The same with other elements in it.
inline Json statement(const Json& elements) {
  auto changed = statement();
  changed.update(elements);
  return changed;
}

inline std::string policy_of(std::initializer_list<Json> statements) {
  auto list = Json::array();
  for (const auto& one : statements) list.push_back(one);
  return Json({{"Version", "2012-10-17"}, {"Statement", std::move(list)}}).dump();
}

}  // namespace stunt::test
