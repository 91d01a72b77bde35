// SPDX-License-Identifier: MIT
#include "emulator/secret_value.h"

#include <concepts>
#include <ostream>
#include <type_traits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace stunt::emulator {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) {
  out << value;
};

static_assert(Printable<std::string>);
static_assert(!Printable<SecretValue>);
static_assert(!std::is_convertible_v<SecretValue, std::string>);
static_assert(!std::is_convertible_v<SecretValue, std::string_view>);
static_assert(!std::is_constructible_v<std::string, SecretValue>);
static_assert(!std::is_constructible_v<nlohmann::ordered_json, SecretValue>);
static_assert(!std::is_convertible_v<std::string, SecretValue>);

TEST(SecretValue, ShowsItselfOnlyWhenAskedTo) {
  EXPECT_EQ(SecretValue::text("hunter2").reveal(), "hunter2");
  EXPECT_EQ(SecretValue::binary(std::string("\0\xff", 2)).reveal(), std::string("\0\xff", 2));
}

TEST(SecretValue, IsEqualToTheSameBytesOfTheSameKind) {
  EXPECT_TRUE(SecretValue::text("a") == SecretValue::text("a"));
  EXPECT_FALSE(SecretValue::text("a") == SecretValue::text("b"));
  EXPECT_FALSE(SecretValue::text("a") == SecretValue::binary("a"));
}

}  // namespace
}  // namespace stunt::emulator
