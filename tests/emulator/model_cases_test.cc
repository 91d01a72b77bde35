// SPDX-License-Identifier: MIT
#include "model_cases.h"

#include "emulator/model/secrets_manager.h"
#include "emulator/operations/list.h"
#include "service.h"

namespace stunt::test {
namespace {

using Verdict = ModelCase::Verdict;

/// Every operation, one test each.
class ModelCases : public testing::TestWithParam<std::string> {
 protected:
  const aws::OperationModel& operation() const {
    return *emulator::secrets_manager().operation(GetParam());
  }

  /// The same for each case, so that none depends on what another has left.
  static std::string heard(const std::string& operation, const Json& body) {
    Service service;
    return service.call(operation, body).error();
  }
};

bool is_violation(const std::string& heard) {
  return heard.find("failed to satisfy constraint") != std::string::npos;
}

/// AWS's whole sentence, but for the value that it quotes.
void expect_violation(const ModelCase& made, const std::string& heard) {
  EXPECT_TRUE(heard.starts_with("400 ValidationException: ")) << heard;
  const auto end = " at '" + made.path + "' failed to satisfy constraint: " + made.constraint;
  EXPECT_NE(heard.find(end), std::string::npos) << heard << "\nlacks " << end;
  if (made.sensitive) {
    EXPECT_NE(heard.find("Value" + end), std::string::npos) << heard;
  }
}

TEST_P(ModelCases, AreJudgedAsTheModelSays) {
  for (const auto& made : model_cases(operation())) {
    SCOPED_TRACE(made.what);
    const auto answer = heard(GetParam(), made.body);
    switch (made.verdict) {
      case Verdict::kept:
        EXPECT_FALSE(is_violation(answer)) << answer;
        EXPECT_FALSE(answer.starts_with("400 SerializationException")) << answer;
        break;
      case Verdict::mistyped:
        EXPECT_TRUE(answer.starts_with("400 SerializationException")) << answer;
        break;
      case Verdict::violated:
        expect_violation(made, answer);
        break;
    }
  }
}

std::vector<std::string> operation_names() {
  std::vector<std::string> names;
  for (const auto& operation : emulator::operations()) names.emplace_back(operation.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, ModelCases, testing::ValuesIn(operation_names()),
                         [](const auto& named) { return named.param; });

TEST(ModelCasesMade, ReachEveryMemberOfEveryOperation) {
  std::size_t cases = 0;
  for (const auto& operation : emulator::secrets_manager().operations) {
    const auto made = model_cases(operation);
    for (const auto& member : operation.input) {
      const auto begins = std::string(member.name).substr(1);
      EXPECT_TRUE(std::ranges::any_of(
          made, [&](const auto& one) { return one.path.substr(1, begins.size()) == begins; }))
          << operation.name << " " << member.name;
    }
    cases += made.size();
  }
  EXPECT_GT(cases, 1000u);
}

}  // namespace
}  // namespace stunt::test
