// SPDX-License-Identifier: MIT
#include "bench/requests.h"

namespace stunt::bench {

http::Request request(std::string_view operation, std::string body) {
  http::Request request;
  request.method = "POST";
  request.path = "/";
  request.headers.add("Host", "127.0.0.1:4566");
  request.headers.add("Content-Type", "application/x-amz-json-1.1");
  request.headers.add("X-Amz-Target", "secretsmanager." + std::string(operation));
  request.headers.add("amz-sdk-invocation-id", "6a1d3d0c-98fb-4b5c-8ac2-5f5ae1a5f2a1");
  request.headers.add("amz-sdk-request", "attempt=1; max=3");
  request.body = std::move(body);
  return request;
}

http::Request signed_request(std::string_view operation, std::string body,
                             std::string_view region) {
  auto signed_one = request(operation, std::move(body));
  signed_one.headers.add("Authorization", "AWS4-HMAC-SHA256 Credential=" + std::string(kAccount) +
                                              "/20260101/" + std::string(region) +
                                              "/secretsmanager/aws4_request, "
                                              "SignedHeaders=host;x-amz-date, Signature=0");
  return signed_one;
}

}  // namespace stunt::bench
