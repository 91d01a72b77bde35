// SPDX-License-Identifier: MIT
#include "harness/rotation/next_value.h"

#include <algorithm>
#include <array>

#include "aws/base64.h"
#include "emulator/constraints.h"

namespace stunt::harness {
namespace {

constexpr std::int64_t kLongestPassword = 4096;  // what GetRandomPassword gives
constexpr std::size_t kUsualPassword = 32;

/// What AWS's own rotation functions leave out, because it breaks connection strings.
constexpr std::string_view kAwkward = ":/@\"'\\";

bool says_where(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kNames = {"database",
                                                              "db",
                                                              "dbClusterIdentifier",
                                                              "dbInstanceIdentifier",
                                                              "dbname",
                                                              "endpoint",
                                                              "engine",
                                                              "host",
                                                              "masterarn",
                                                              "port",
                                                              "url",
                                                              "user",
                                                              "username"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// The members of a JSON secret that have a password.
std::deque<std::string> passwords_of(const aws::Json& object) {
  const auto* password = aws::member(object, "password");
  if (password && password->is_string()) return {"password"};
  std::deque<std::string> names;
  for (const auto& [name, value] : object.items()) {
    if (value.is_string() && !says_where(name)) names.push_back(name);
  }
  return names;
}

std::string random_bytes(std::size_t size, const world::Random& random, std::string_view token) {
  std::string bytes;
  for (std::uint64_t part = 0; bytes.size() < size; ++part) {
    const auto drawn = random.draw({"rotation", "bytes", token}, part);
    for (int shift = 0; shift < 64 && bytes.size() < size; shift += 8) {
      bytes += static_cast<char>(drawn >> shift & 0xFF);
    }
  }
  return bytes;
}

/// Whether `text` has a character of such a type.
template <typename Type>
bool has(std::string_view text, Type type) {
  return std::any_of(text.begin(), text.end(), type);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_punctuation(char c) {
  return c > ' ' && c <= '~' && !is_lower(c) && !is_upper(c) && !is_digit(c);
}

}  // namespace

NextValue NextValue::after(const aws::Json& current, const world::Random& random,
                           std::string_view token) {
  if (aws::member(current, "SecretBinary")) {
    const auto bytes = aws::read_base64(aws::text_member(current, "SecretBinary")).value_or("");
    NextValue next(aws::base64(random_bytes(bytes.size(), random, token)));
    next.is_binary_ = true;
    return next;
  }
  const auto text = aws::text_member(current, "SecretString");
  if (auto object = aws::parse_json(text); object && object->is_object()) {
    NextValue next(std::move(*object));
    next.missing_ = passwords_of(next.value_);
    return next;
  }
  NextValue next{aws::Json(text)};
  next.missing_ = {""};
  return next;
}

NextValue NextValue::first() {
  NextValue next{aws::Json("")};
  next.missing_ = {""};
  return next;
}

aws::Json NextValue::wish() const {
  const auto& name = missing_.front();
  const auto& old = (value_.is_object() ? value_[name] : value_).get_ref<const std::string&>();
  if (old.empty()) return {{"PasswordLength", kUsualPassword}, {"ExcludePunctuation", true}};
  aws::Json wish = {{"PasswordLength", std::min(emulator::characters(old), kLongestPassword)},
                    {"ExcludeCharacters", kAwkward}};
  const bool lower = has(old, is_lower), upper = has(old, is_upper), digits = has(old, is_digit),
             punctuation = has(old, is_punctuation);
  if (!lower && !upper && !digits && !punctuation) {
    // None of the types that there are: letters and digits, as many as fit.
    wish["ExcludePunctuation"] = true;
    wish["RequireEachIncludedType"] = false;
    return wish;
  }
  wish["ExcludeLowercase"] = !lower;
  wish["ExcludeUppercase"] = !upper;
  wish["ExcludeNumbers"] = !digits;
  wish["ExcludePunctuation"] = !punctuation;
  wish["IncludeSpace"] = has(old, [](char c) { return c == ' '; });
  return wish;
}

void NextValue::put(std::string password) {
  const auto name = std::move(missing_.front());
  missing_.pop_front();
  (value_.is_object() ? value_[name] : value_) = std::move(password);
}

aws::Json NextValue::members() const {
  if (is_binary_) return {{"SecretBinary", value_}};
  return {{"SecretString", value_.is_object() ? value_.dump() : value_.get<std::string>()}};
}

}  // namespace stunt::harness
