// SPDX-License-Identifier: MIT
#include "harness/rotation/own_call.h"

#include <string>

#include "emulator/model/secrets_manager.h"
#include "world/calendar.h"

namespace stunt::harness {
namespace {

/// "20261124T023000Z"
std::string basic_time(world::Instant now) {
  std::string basic;
  for (const char c : world::rfc3339(now).substr(0, 19)) {
    if (c != '-' && c != ':') basic += c;
  }
  return basic + "Z";
}

/// Says on whose behalf and for where. Nobody verifies signatures yet, so there is none.
void sign(http::Request& request, const emulator::Place& place, world::Instant now) {
  const auto time = basic_time(now);
  request.headers.add("X-Amz-Date", time);
  request.headers.add("Authorization",
                      "AWS4-HMAC-SHA256 Credential=" + place.account + "/" + time.substr(0, 8) +
                          "/" + place.region +
                          "/secretsmanager/aws4_request, "
                          "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=" +
                          std::string(64, '0'));
}

}  // namespace

http::Request own_call(std::string_view operation, const aws::Json& body,
                       const emulator::Place& place, world::Instant now) {
  const auto prefix = std::string(emulator::secrets_manager().target_prefix);
  http::Request request;
  request.method = "POST";
  request.path = "/";
  request.headers = {{"Host", "localhost"},
                     {"User-Agent", "stunt-rotation"},
                     {"Content-Type", "application/x-amz-json-1.1"},
                     {"X-Amz-Target", prefix + "." + std::string(operation)}};
  request.body = body.dump();
  sign(request, place, now);
  return request;
}

}  // namespace stunt::harness
