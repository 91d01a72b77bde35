// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class UntagResource : public Emulator {
 protected:
  void SetUp() override {
    service.call("CreateSecret", {{"Name", "a"}, {"Tags", tags({{"one", "1"}, {"two", "2"}})}});
  }

  Heard untag(const Json& keys) {
    return service.call("UntagResource", {{"SecretId", "a"}, {"TagKeys", keys}});
  }
};

TEST_F(UntagResource, RemovesByKeyAndAnswersNothing) {
  const auto heard = untag({"one"});
  EXPECT_EQ(heard.reply.body, "");
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(service.describe("a")["Tags"], tags({{"two", "2"}}));
}

TEST_F(UntagResource, LeavesAnEmptyListBehindTheLastTag) {
  untag({"one", "two"});
  EXPECT_EQ(service.describe("a")["Tags"], Json::array());
}

TEST_F(UntagResource, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  untag({"one"});
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
}

TEST_F(UntagResource, IgnoresKeysThatNoTagHas) {
  service.clock.advance(1ms);
  EXPECT_EQ(untag({"three", "ONE"}).error(), "ok");
  EXPECT_EQ(untag({"three"}).applied, false);
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600");
}

TEST_F(UntagResource, LeavesASecretThatNeverHadTagsWithoutAList) {
  service.create("b");
  EXPECT_EQ(service.call("UntagResource", {{"SecretId", "b"}, {"TagKeys", {"k"}}}).error(), "ok");
  EXPECT_FALSE(service.describe("b").body.contains("Tags"));
}

TEST_F(UntagResource, WantsASecretThatIsThereAndStays) {
  EXPECT_EQ(service.call("UntagResource", {{"SecretId", "none"}, {"TagKeys", {"k"}}}).error(),
            kNotFound);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(untag({"one"}).error(), kMarked);
}

}  // namespace
}  // namespace stunt::test
