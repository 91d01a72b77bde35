// SPDX-License-Identifier: MIT
#include "harness/own_call.h"

#include <string>

#include "aws/sigv4/sign.h"
#include "emulator/model/secrets_manager.h"

namespace stunt::harness {

http::Request own_call(std::string_view operation, const aws::Json& body,
                       const emulator::Place& place, world::Instant now,
                       const aws::SecretAccessKey& own_secret, std::string user_agent) {
  const auto& service = emulator::secrets_manager();
  http::Request request;
  request.method = "POST";
  request.path = "/";
  request.headers = {
      {"Host", "localhost"},
      {"User-Agent", std::move(user_agent)},
      {"Content-Type", "application/x-amz-json-1.1"},
      {"X-Amz-Target", std::string(service.target_prefix) + "." + std::string(operation)}};
  request.body = body.dump();
  aws::sign(request, {place.account, own_secret}, {place.region, service.signing_name}, now);
  return request;
}

}  // namespace stunt::harness
