// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "aws/service_model.h"

namespace stunt::test {

/// A few operations of AWS Secrets Manager, with one of each kind of member. The real table is
/// tried in secrets_manager_test.cc.
inline const aws::ServiceModel& vault_service() {
  using namespace aws;
  static constexpr ValueModel kText{.kind = Kind::string};
  static constexpr ValueModel kNumber{.kind = Kind::integer};
  static constexpr ValueModel kFlag{.kind = Kind::boolean};
  static constexpr ValueModel kTime{.kind = Kind::timestamp};
  static constexpr ValueModel kHidden{.kind = Kind::string, .sensitive = true};
  static constexpr ValueModel kBlob{.kind = Kind::blob, .sensitive = true};
  static constexpr ValueModel kTexts{.kind = Kind::list, .element = &kText};
  static constexpr std::array kTagMembers = {MemberModel{"Key", &kText},
                                             MemberModel{"Value", &kText}};
  static constexpr ValueModel kTag{.kind = Kind::structure, .members = kTagMembers};
  static constexpr ValueModel kTags{.kind = Kind::list, .element = &kTag};
  static constexpr ValueModel kStages{.kind = Kind::map, .element = &kTexts};

  static constexpr std::array kCreateIn = {
      MemberModel{"Name", &kText},           MemberModel{"ClientRequestToken", &kText},
      MemberModel{"Description", &kText},    MemberModel{"SecretBinary", &kBlob},
      MemberModel{"SecretString", &kHidden}, MemberModel{"Tags", &kTags}};
  static constexpr std::array kVersionOut = {
      MemberModel{"ARN", &kText}, MemberModel{"Name", &kText}, MemberModel{"VersionId", &kText}};
  static constexpr std::array kGetIn = {MemberModel{"SecretId", &kText},
                                        MemberModel{"VersionId", &kText},
                                        MemberModel{"VersionStage", &kText}};
  static constexpr std::array kGetOut = {MemberModel{"ARN", &kText},
                                         MemberModel{"Name", &kText},
                                         MemberModel{"VersionId", &kText},
                                         MemberModel{"SecretBinary", &kBlob},
                                         MemberModel{"SecretString", &kHidden},
                                         MemberModel{"VersionStages", &kTexts},
                                         MemberModel{"CreatedDate", &kTime}};
  static constexpr std::array kPutIn = {
      MemberModel{"SecretId", &kText}, MemberModel{"ClientRequestToken", &kText},
      MemberModel{"SecretBinary", &kBlob}, MemberModel{"SecretString", &kHidden}};
  static constexpr std::array kListIn = {MemberModel{"MaxResults", &kNumber},
                                         MemberModel{"NextToken", &kText},
                                         MemberModel{"IncludePlannedDeletion", &kFlag}};
  static constexpr std::array kDescribeIn = {MemberModel{"SecretId", &kText}};
  static constexpr std::array kDescribeOut = {
      MemberModel{"ARN", &kText}, MemberModel{"Name", &kText}, MemberModel{"Description", &kText},
      MemberModel{"VersionIdsToStages", &kStages}, MemberModel{"Tags", &kTags}};

  using OM = OperationModel;
  static constexpr std::array kOperations = {
      OM{"CreateSecret", kCreateIn, kVersionOut, {}, "Name", "ClientRequestToken", true},
      OM{"DescribeSecret", kDescribeIn, kDescribeOut, {}, "SecretId", "", false},
      OM{"GetSecretValue", kGetIn, kGetOut, {}, "SecretId", "", false},
      OM{"ListSecrets", kListIn, {}, {}, "", "", false},
      OM{"PutSecretValue", kPutIn, kVersionOut, {}, "SecretId", "ClientRequestToken", true}};
  static constexpr std::array kErrors = {ErrorModel{"ResourceNotFoundException", 400, "Gone."}};
  static constexpr ServiceModel kService{"secretsmanager", "secretsmanager", "AWS Secrets Manager",
                                         kOperations, kErrors};
  return kService;
}

}  // namespace stunt::test
