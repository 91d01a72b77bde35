// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "aws/service_model.h"

namespace stunt::test {

/// The smallest service that has one of each: these tests know no real one.
inline const aws::ServiceModel& tiny_service() {
  using namespace aws;
  static constexpr ValueModel kText{.kind = Kind::string};
  static constexpr ValueModel kHidden{.kind = Kind::string, .sensitive = true};
  static constexpr std::array kPutInput = {MemberModel{"BoxId", &kText, true},
                                           MemberModel{"Content", &kHidden}};
  static constexpr std::array kListInput = {MemberModel{"Limit", &kText}};
  static constexpr std::array<std::string_view, 1> kPutErrors = {"BoxNotFound"};
  static constexpr std::array kOperations = {
      OperationModel{"PutBox", kPutInput, {}, kPutErrors, "BoxId", "", true},
      OperationModel{"ListBoxes", kListInput, {}, {}, "", "", false}};
  static constexpr std::array kErrors = {ErrorModel{"BoxNotFound", 400, "No such box."}};
  static constexpr ServiceModel kService{"boxes", "boxes", "Boxes", kOperations, kErrors};
  return kService;
}

}  // namespace stunt::test
