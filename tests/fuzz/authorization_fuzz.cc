// SPDX-License-Identifier: MIT
//
// A request through all that checks a signature. Nobody can make one up; what is signed is
// believed, however odd the request, and no more once a byte of it has changed.
#include <cstdint>

#include "../support/manual_clock.h"
#include "aws/sigv4/authenticator.h"
#include "aws/sigv4/sign.h"
#include "finding.h"
#include "request_text.h"

namespace {

using namespace stunt;

const aws::Key& key() {
  static const aws::Key kKey{"AKID", aws::SecretAccessKey("hush")};
  return kKey;
}

constexpr aws::Scope kScope{"us-east-1", "boxes"};

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  });
}

/// What a client could send that means it well.
http::Request mended(const http::Request& odd) {
  http::Request request{odd.method, odd.path, odd.query, {}, odd.body};
  for (const auto& [name, value] : odd.headers) {
    if (is_name(name)) request.headers.add(name, value);
  }
  request.headers.set("Host", "localhost");
  request.headers.remove("X-Amz-Content-Sha256");
  if (request.query.find("X-Amz-Algorithm") != std::string::npos) request.query.clear();
  return request;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::ManualClock clock;
  static const aws::Authenticator authenticator({"boxes", {}, {key()}, {}}, clock);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto request = test::read_request(text);
  const auto refused = authenticator.refuse(request);
  test::expect(refused && refused->status == 400, "a signature that nobody made");
  // An error quotes what the client sent, so that only a secret which wasn't there is a leak.
  test::expect(text.find("hush") != std::string_view::npos ||
                   refused->message.find("hush") == std::string::npos,
               "a secret in an error");

  auto honest = mended(request);
  aws::sign(honest, key(), kScope, clock.now());
  const auto doubt = authenticator.refuse(honest);
  test::expect(!doubt, doubt ? doubt->message : "");
  honest.body += "x";
  test::expect(authenticator.refuse(honest).has_value(), "a change that nobody noticed");
  return 0;
}
