// SPDX-License-Identifier: MIT
#include "bench/world_of_secrets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <malloc.h>

#include "aws/call.h"
#include "bench/requests.h"
#include "emulator/model/secrets_manager.h"

namespace stunt::bench {
namespace {

constexpr std::string_view kValue =
    R"({"username":"app","password":"correct horse battery staple"})";

std::string name(int number) {
  char text[64];
  std::snprintf(text, sizeof text, "team-%d/service-%07d/password", number % 10, number);
  return text;
}

http::Request create(int number) {
  const aws::Json body = {{"Name", name(number)},
                          {"SecretString", kValue},
                          {"ClientRequestToken",
                           "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + number)}};
  return signed_request("CreateSecret", body.dump());
}

http::Request about(std::string_view operation, int number) {
  return signed_request(operation, R"({"SecretId":")" + name(number) + R"("})");
}

http::Request list(const std::string& members) {
  return signed_request("ListSecrets", "{" + members + "}");
}

/// Not wall time: the machine has other things to do.
double cpu_ns() { return static_cast<double>(std::clock()) * (1e9 / CLOCKS_PER_SEC); }

double heap_bytes() { return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd); }

}  // namespace

WorldOfSecrets::WorldOfSecrets(int secrets)
    : size_(secrets),
      clock_(world::Instant(std::chrono::days(20454))),
      emulator_({.region = std::string(kRegion),
                 .account = std::string(kAccount),
                 .secrets = static_cast<std::size_t>(secrets)},
                clock_, random_) {
  constexpr int kAtOnce = 1000;
  const auto before = heap_bytes();
  for (int made = 0; made < size_; made += kAtOnce) {
    std::vector<http::Request> requests;
    for (int i = 0; i < kAtOnce; ++i) requests.push_back(create(made + i));
    create_ns_ = time(requests).ns;
    clock_.advance(std::chrono::milliseconds(1));
  }
  bytes_a_secret_ = (heap_bytes() - before) / size_ - static_cast<double>(kValue.size());
}

WorldOfSecrets::Timed WorldOfSecrets::time(const std::vector<http::Request>& requests) {
  std::string body;
  const auto began = cpu_ns();
  for (const auto& request : requests) {
    auto call = aws::read_call(request, emulator::secrets_manager());
    call.ordinal = ++ordinal_;
    auto outcome = emulator_.answer(call);
    if (outcome.reply->status != 200) {
      std::fprintf(stderr, "%s\n", outcome.reply->body.c_str());
      std::exit(1);
    }
    body = std::move(outcome.reply->body);
  }
  return {(cpu_ns() - began) / static_cast<double>(requests.size()), std::move(body)};
}

double WorldOfSecrets::get_ns(int count) {
  std::vector<http::Request> requests;
  for (int i = 0; i < count; ++i) {
    const auto drawn = random_.draw({"get"}, ++ordinal_);
    requests.push_back(about("GetSecretValue", static_cast<int>(drawn % size_)));
  }
  return time(requests).ns;
}

void WorldOfSecrets::read_all() {
  for (int i = 0; i < size_; ++i) time({about("GetSecretValue", i)});
}

void WorldOfSecrets::delete_half() {
  for (int i = 0; i < size_; i += 2) time({about("DeleteSecret", i)});
}

double WorldOfSecrets::list_ns(int count, const std::string& members) {
  return time(std::vector<http::Request>(count, list(members))).ns;
}

std::string WorldOfSecrets::last_token(const std::string& members) {
  std::string token;
  while (true) {
    const auto asked = token.empty() ? members : members + R"(,"NextToken":")" + token + '"';
    const auto body = aws::parse_json(time({list(asked)}).body);
    const auto next = aws::text_member(*body, "NextToken");
    if (next.empty()) return token;
    token = next;
  }
}

}  // namespace stunt::bench
