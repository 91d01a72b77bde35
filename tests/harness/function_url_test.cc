// SPDX-License-Identifier: MIT
#include "harness/rotation/function_url.h"

#include <gtest/gtest.h>

namespace stunt::harness {
namespace {

const std::string kArn = "arn:aws:lambda:us-east-1:123456789012:function:rotate";
const std::string kPath = "http://h:1/2015-03-31/functions/";

RotationSettings at(std::string endpoint) {
  RotationSettings settings;
  settings.lambda_endpoint = std::move(endpoint);
  return settings;
}

TEST(FunctionUrl, HasTheNameOfTheArn) {
  EXPECT_EQ(function_url(at("http://h:1"), kArn), kPath + "rotate/invocations");
  EXPECT_EQ(function_url(at("http://h:1/"), kArn), kPath + "rotate/invocations");
}

TEST(FunctionUrl, HasTheVersionOrAliasAsQualifier) {
  EXPECT_EQ(function_url(at("http://h:1"), kArn + ":live"),
            kPath + "rotate/invocations?Qualifier=live");
  EXPECT_EQ(function_url(at("http://h:1"), kArn + ":$LATEST"),
            kPath + "rotate/invocations?Qualifier=%24LATEST");
}

TEST(FunctionUrl, TakesWhatIsNoArnForAName) {
  EXPECT_EQ(function_url(at("http://h:1"), "rotate"), kPath + "rotate/invocations");
  EXPECT_EQ(function_url(at("http://h:1"), "../a b"), kPath + "..%2Fa%20b/invocations");
}

TEST(FunctionUrl, IsTheOneThatTheSettingsHaveForTheArn) {
  auto settings = at("http://h:1");
  settings.functions[kArn] = "http://other/2015-03-31/functions/function/invocations";
  EXPECT_EQ(function_url(settings, kArn), settings.functions[kArn]);
  EXPECT_EQ(function_url(settings, kArn + ":live"), kPath + "rotate/invocations?Qualifier=live");
}

TEST(FunctionUrl, IsNowhereWithoutAnEndpointOrAName) {
  EXPECT_FALSE(function_url(RotationSettings{}, kArn));
  EXPECT_FALSE(function_url(at("http://h:1"), ""));
}

TEST(WebUrl, IsHttpWithAHost) {
  for (const auto* good : {"http://h", "https://h:1/a?b", "http://[::1]:80"}) {
    EXPECT_TRUE(is_web_url(good)) << good;
  }
  for (const auto* bad : {"", "h:80", "file:///etc/passwd", "http://", "http:///a", "http://a b",
                          "ftp://h", "http://h\n"}) {
    EXPECT_FALSE(is_web_url(bad)) << bad;
  }
}

TEST(RotationSettings, ChooseLambdaWhereThereIsSomethingToCall) {
  EXPECT_EQ(RotationSettings{}.chosen(), RotationSettings::Mode::builtin);
  EXPECT_EQ(at("http://h").chosen(), RotationSettings::Mode::lambda);
  auto settings = at("http://h");
  settings.mode = RotationSettings::Mode::none;
  EXPECT_EQ(settings.chosen(), RotationSettings::Mode::none);
}

}  // namespace
}  // namespace stunt::harness
