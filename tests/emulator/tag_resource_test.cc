// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class TagResource : public Emulator {
 protected:
  void SetUp() override { service.create("a"); }

  Heard tag(const Json& list) {
    return service.call("TagResource", {{"SecretId", "a"}, {"Tags", list}});
  }

  static Json many(int count) {
    auto list = Json::array();
    for (int i = 0; i < count; ++i) {
      list.push_back(Json::object({{"Key", "k" + std::to_string(i)}, {"Value", "v"}}));
    }
    return list;
  }
};

TEST_F(TagResource, AnswersNothing) {
  const auto heard = tag(tags({{"k", "v"}}));
  EXPECT_EQ(heard.reply.status, 200);
  EXPECT_EQ(heard.reply.body, "");
  EXPECT_EQ(heard.applied, true);
}

TEST_F(TagResource, AppendsAndOverwritesByKey) {
  tag(tags({{"one", "1"}, {"two", "2"}}));
  tag(tags({{"three", "3"}, {"one", "first"}, {"ONE", "other"}}));
  EXPECT_EQ(service.describe("a")["Tags"],
            tags({{"one", "first"}, {"two", "2"}, {"three", "3"}, {"ONE", "other"}}));
}

TEST_F(TagResource, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  tag(tags({{"k", "v"}}));
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
}

TEST_F(TagResource, ChangesNothingWithoutTags) {
  EXPECT_EQ(tag(Json::array()).applied, false);
  EXPECT_FALSE(service.describe("a").body.contains("Tags"));
}

TEST_F(TagResource, RefusesReservedKeysInAnyCase) {
  for (const char* key : {"aws:x", "AWS:x", "Aws:"}) {
    EXPECT_EQ(tag(tags({{key, "v"}})).error(), "400 InvalidParameterException: The tag key " +
                                                   std::string(key) +
                                                   " begins with the reserved prefix aws:.");
  }
  EXPECT_EQ(tag(tags({{"aws", "v"}, {"awsome:x", "v"}})).error(), "ok");
}

TEST_F(TagResource, RefusesAKeyTwiceAndNone) {
  EXPECT_EQ(tag(tags({{"k", "1"}, {"j", "2"}, {"k", "3"}})).error(),
            "400 InvalidParameterException: You can't specify the tag key k more than once.");
  EXPECT_EQ(tag(Json::array({Json::object({{"Value", "v"}})})).error(),
            "400 InvalidParameterException: You must provide a key for each tag.");
}

TEST_F(TagResource, KeepsFiftyTags) {
  EXPECT_EQ(tag(many(50)).error(), "ok");
  EXPECT_EQ(tag(many(50)).error(), "ok");
  EXPECT_EQ(tag(tags({{"one-more", "v"}})).error(),
            "400 InvalidParameterException: You can't attach more than 50 tags to a secret.");
  EXPECT_EQ(service.call("CreateSecret", {{"Name", "b"}, {"Tags", many(51)}}).reply.status, 400);
}

TEST_F(TagResource, WantsASecretThatIsThereAndStays) {
  EXPECT_EQ(
      service.call("TagResource", {{"SecretId", "none"}, {"Tags", tags({{"k", "v"}})}}).error(),
      kNotFound);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(tag(tags({{"k", "v"}})).error(), kMarked);
}

}  // namespace
}  // namespace stunt::test
