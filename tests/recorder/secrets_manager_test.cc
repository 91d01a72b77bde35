// SPDX-License-Identifier: MIT
#include "emulator/model/secrets_manager.h"

#include <gtest/gtest.h>

#include "act.h"
#include "recorder/redaction/redactor.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using aws::Kind;

/// A value of the model's type in which every string and number is recognised.
Json sample(const aws::ValueModel& model) {
  switch (model.kind) {
    case Kind::string:
    case Kind::blob:
      return model.sensitive ? "SENSITIVE" : "harmless";
    case Kind::integer:
    case Kind::timestamp:
      return 7;
    case Kind::boolean:
      return true;
    case Kind::list:
      return Json::array({sample(*model.element)});
    case Kind::map:
      return {{"key", sample(*model.element)}};
    case Kind::structure:
      break;
  }
  Json object = Json::object();
  for (const auto& member : model.members) object[std::string(member.name)] = sample(*member.value);
  return object;
}

Json sample(std::span<const aws::MemberModel> members) {
  return sample(aws::ValueModel{.kind = Kind::structure, .members = members});
}

TEST(SecretsManager, LosesItsSensitiveMembersAndNothingElse) {
  const auto& service = emulator::secrets_manager();
  ASSERT_FALSE(service.operations.empty());
  for (const auto& operation : service.operations) {
    const auto input = sample(operation.input), output = sample(operation.output);
    test::Act act(operation.name, input, service);
    Redactor redactor(service);
    redactor.learn_request(act.call(), input);
    redactor.learn_reply(act.call(), 200, output);
    auto text =
        redactor.request(act.call(), input).dump() + redactor.reply(act.call(), 200, output).dump();
    EXPECT_EQ(text.find("SENSITIVE"), std::string::npos) << operation.name << text;

    auto expected = input.dump() + output.dump();
    for (const char* kind :
         {"{{secret:1}}", "{{secret:2}}", "{{secret:1:binary}}", "{{secret:2:binary}}"}) {
      for (auto at = text.find(kind); at != text.npos; at = text.find(kind)) {
        text.replace(at, std::string_view(kind).size(), "SENSITIVE");
      }
    }
    EXPECT_EQ(text, expected) << operation.name;
  }
}

TEST(SecretsManager, HasSecretsInValuesThatAreKnownToHaveThem) {
  const auto& service = emulator::secrets_manager();
  const auto sensitive = [&](std::string_view operation, std::string_view name) {
    const auto* model = service.operation(operation);
    const auto* member = model ? aws::find_member(model->input, name) : nullptr;
    return member && member->value->sensitive;
  };
  EXPECT_TRUE(sensitive("CreateSecret", "SecretString"));
  EXPECT_TRUE(sensitive("CreateSecret", "SecretBinary"));
  EXPECT_TRUE(sensitive("PutSecretValue", "SecretString"));
  EXPECT_FALSE(sensitive("CreateSecret", "Name"));
}

}  // namespace
}  // namespace stunt::recorder
