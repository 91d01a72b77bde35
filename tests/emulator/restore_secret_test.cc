// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class RestoreSecret : public Emulator {
 protected:
  void SetUp() override { service.create("a", "one"); }
  Heard restore(const char* id) { return service.call("RestoreSecret", {{"SecretId", id}}); }
};

TEST_F(RestoreSecret, BringsTheSecretBackAsItWas) {
  const auto before = service.get("a");
  service.call("DeleteSecret", {{"SecretId", "a"}});
  service.clock.advance(1ms);
  const auto heard = restore("a");
  EXPECT_EQ(heard.body, (Json{{"ARN", before["ARN"]}, {"Name", "a"}}));
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(service.get("a").body, before.body);
  EXPECT_FALSE(service.describe("a").body.contains("DeletedDate"));
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
}

TEST_F(RestoreSecret, SucceedsWhereNothingWasDeleted) {
  EXPECT_EQ(restore("a").error(), "ok");
  EXPECT_EQ(restore("a").applied, false);
}

TEST_F(RestoreSecret, WantsASecretThatIsThere) { EXPECT_EQ(restore("none").error(), kNotFound); }

}  // namespace
}  // namespace stunt::test
