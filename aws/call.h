// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aws/credential.h"
#include "aws/json.h"
#include "aws/service_model.h"
#include "aws/terms.h"
#include "http/message.h"
#include "world/random.h"

namespace stunt::aws {

/// What an SDK tells about its own retries. Views into the request; zero or empty if not said.
struct SdkFacts {
  std::string_view invocation;  ///< amz-sdk-invocation-id: one per call, the same for its retries
  unsigned attempt = 0;         ///< amz-sdk-request: attempt=N
  unsigned max = 0;             ///< amz-sdk-request: max=N
  std::string_view ttl;         ///< amz-sdk-request: ttl=…
};

/// A request, read as a call of an AWS JSON service: who asks for what. Read once, on arrival;
/// every layer below asks this instead of the bytes. Views point into `request`, which outlives it.
struct Call {
  enum class Body { empty, object, other_json, not_json };

  const http::Request* request = nullptr;

  /// 1 for the first call that arrived.
  std::uint64_t seq = 0;

  std::string_view target;     ///< X-Amz-Target as sent
  std::string_view operation;  ///< its part behind the dot, if the part before is the service's
  const OperationModel* model = nullptr;  ///< null if the service has no such operation

  // Of a call that is signed for another service, as it says itself; nothing is known of either.
  std::string_view other_service;    ///< "dynamodb"
  std::string_view other_operation;  ///< "GetItem"; empty if its target has no such form

  Body kind = Body::empty;
  Json body = Json::object();  ///< the request's JSON object; empty unless kind is `object`

  std::string secret_id;  ///< the secret that the call names, as sent: name, ARN or partial ARN
  std::string secret;     ///< secret_name(secret_id)

  bool is_signed = false;  ///< an Authorization header came with it
  Credential credential;
  SdkFacts sdk;

  /// Which arrival of (operation, secret, access key) this is, 1 for the first. With the seed it
  /// decides everything that chance decides about the call.
  std::uint64_t ordinal = 0;

  Terms terms{};  ///< for the engine
};

/// Reads a request. seq and ordinal are left for whoever counts arrivals.
Call read_call(const http::Request& request, const ServiceModel& service);

/// 64 bits for one decision about this call, named by `kind` and, where there are several of the
/// kind, by `which`. Depends on the seed, the operation, the secret, the access key and the call's
/// ordinal, and on nothing else: not on values, tokens or threads.
std::uint64_t draw(const world::Random& random, const Call& call, std::string_view kind,
                   std::string_view which = {});

}  // namespace stunt::aws
