// SPDX-License-Identifier: MIT
#include "aws/call.h"

#include <algorithm>
#include <charconv>

#include "aws/arn.h"
#include "http/ascii.h"

namespace stunt::aws {
namespace {

std::string_view header(const http::Request& request, std::string_view name) {
  return request.headers.get(name).value_or(std::string_view());
}

unsigned number(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// amz-sdk-request: "ttl=20261124T023000Z; attempt=2; max=3"
void read_attempt(std::string_view text, SdkFacts& sdk) {
  while (!text.empty()) {
    const auto semicolon = text.find(';');
    const auto pair = http::trimmed(text.substr(0, semicolon));
    text = semicolon == std::string_view::npos ? std::string_view() : text.substr(semicolon + 1);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const auto key = pair.substr(0, equals), value = pair.substr(equals + 1);
    if (key == "attempt") sdk.attempt = number(value);
    if (key == "max") sdk.max = number(value);
    if (key == "ttl") sdk.ttl = value;
  }
}

void read_target(Call& call, const ServiceModel& service) {
  call.target = header(*call.request, "x-amz-target");
  const auto dot = call.target.find('.');
  if (dot == std::string_view::npos || call.target.substr(0, dot) != service.target_prefix) return;
  call.operation = call.target.substr(dot + 1);
  call.model = service.operation(call.operation);
}

constexpr std::size_t kLongestName = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// "dynamodb", "execute-api"
bool is_service_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// "GetItem"
bool is_operation_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName && is_upper(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_lower(c) || is_upper(c) || is_digit(c); });
}

/// Only what looks like a name is one: it is told, and anything can be pasted there by mistake.
void read_other_service(Call& call, const ServiceModel& service) {
  const auto name = call.credential.service;
  if (name == service.signing_name || !call.operation.empty() || !is_service_name(name)) return;
  call.other_service = name;
  const auto dot = call.target.rfind('.');
  if (dot == std::string_view::npos) return;
  const auto operation = call.target.substr(dot + 1);
  if (is_operation_name(operation)) call.other_operation = operation;
}

void read_body(Call& call) {
  if (call.request->body.empty()) return;
  auto document = parse_json(call.request->body);
  if (!document) {
    call.kind = Call::Body::not_json;
  } else if (!document->is_object()) {
    call.kind = Call::Body::other_json;
  } else {
    call.kind = Call::Body::object;
    call.body = std::move(*document);
  }
}

}  // namespace

Call read_call(const http::Request& request, const ServiceModel& service) {
  Call call;
  call.request = &request;
  read_target(call, service);
  read_body(call);
  if (call.model && !call.model->resource.empty()) {
    call.secret_id = text_member(call.body, call.model->resource);
    call.secret = secret_name(call.secret_id);
  }
  if (const auto authorization = request.headers.get("authorization")) {
    call.is_signed = true;
    call.credential = read_credential(*authorization);
    read_other_service(call, service);
  }
  call.sdk.invocation = header(request, "amz-sdk-invocation-id");
  read_attempt(header(request, "amz-sdk-request"), call.sdk);
  return call;
}

std::uint64_t draw(const world::Random& random, const Call& call, std::string_view kind,
                   std::string_view which) {
  return random.draw(
      {"default", kind, which, call.operation, call.secret, call.credential.access_key_id},
      call.ordinal);
}

}  // namespace stunt::aws
