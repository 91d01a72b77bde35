// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "aws/json.h"
#include "aws/outcome.h"
#include "aws/outcome_kind.h"
#include "aws/service_model.h"
#include "scenarios/faults/fault.h"
#include "secrets_manager_table.h"

namespace stunt::scenarios {
namespace {

aws::Json schema() {
  std::ifstream file("scenarios/scenario.schema.json");
  return aws::Json::parse(file)["$defs"];
}

using Names = std::vector<std::string>;

Names sorted(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Schema, KnowsTheOperations) {
  Names names;
  for (const auto& operation : test::secrets_manager().operations) {
    names.emplace_back(operation.name);
  }
  EXPECT_EQ(names.size(), 23u);
  EXPECT_EQ(sorted(schema()["operationName"]["enum"]), sorted(names));
}

TEST(Schema, KnowsTheOutcomesAndThePhases) {
  const auto defs = schema();
  Names outcomes, phases;
  for (const auto name : aws::outcome_kind_names()) outcomes.emplace_back(name);
  for (const auto name : aws::phase_names()) phases.emplace_back(name);
  EXPECT_EQ(defs["outcome"]["enum"].get<Names>(), outcomes);
  EXPECT_EQ(defs["rule"]["properties"]["phase"]["enum"].get<Names>(), phases);
}

TEST(Schema, KnowsTheErrorCodes) {
  Names codes;
  for (const auto& error : test::secrets_manager().errors) codes.emplace_back(error.code);
  for (const auto& error : aws::common_errors()) codes.emplace_back(error.code);
  EXPECT_EQ(sorted(schema()["errorCode"]["enum"]), sorted(codes));
}

TEST(Schema, KnowsTheFaults) {
  Names names, known;
  const auto defs = schema();
  for (const auto& [name, form] : defs["faults"]["properties"].items()) names.push_back(name);
  for (const auto& kind : fault_kinds()) {
    known.emplace_back(kind.name);
    if (!kind.companion.empty()) known.emplace_back(kind.companion);
  }
  EXPECT_EQ(sorted(names), sorted(known));
}

TEST(Schema, DescribesEveryMemberToEditors) {
  const auto defs = schema();
  for (const char* object : {"when", "conditions", "match", "rule"}) {
    for (const auto& [name, member] : defs[object]["properties"].items()) {
      const bool by_reference = member.size() == 1 && member.contains("$ref");
      const auto& described =
          by_reference ? defs[member["$ref"].get<std::string>().substr(8)] : member;
      EXPECT_TRUE(described.contains("description")) << object << "/" << name;
    }
  }
}

}  // namespace
}  // namespace stunt::scenarios
