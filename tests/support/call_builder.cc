// SPDX-License-Identifier: MIT
#include "call_builder.h"

namespace stunt::test {

CallBuilder::CallBuilder(const aws::ServiceModel& service, std::string_view operation,
                         const aws::Json& body)
    : service_(service) {
  request_.method = "POST";
  request_.path = "/";
  request_.headers.add("Content-Type", "application/x-amz-json-1.1");
  request_.headers.add("X-Amz-Target",
                       std::string(service.target_prefix) + "." + std::string(operation));
  request_.body = body.dump();
}

CallBuilder& CallBuilder::header(std::string name, std::string value) {
  request_.headers.add(std::move(name), std::move(value));
  return *this;
}

CallBuilder& CallBuilder::raw_body(std::string body) {
  request_.body = std::move(body);
  return *this;
}

CallBuilder& CallBuilder::ordinal(std::uint64_t value) {
  ordinal_ = value;
  return *this;
}

CallBuilder& CallBuilder::signed_by(std::string_view access_key_id, std::string_view region) {
  return header("Authorization", "AWS4-HMAC-SHA256 Credential=" + std::string(access_key_id) +
                                     "/20260101/" + std::string(region) + "/" +
                                     std::string(service_.signing_name) +
                                     "/aws4_request, SignedHeaders=host;x-amz-date, Signature=0");
}

const aws::Call& CallBuilder::call() {
  call_ = aws::read_call(request_, service_);
  call_.seq = ordinal_;
  call_.ordinal = ordinal_;
  return call_;
}

}  // namespace stunt::test
