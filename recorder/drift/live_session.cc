// SPDX-License-Identifier: MIT
#include "recorder/drift/live_session.h"

#include <algorithm>
#include <array>

#include "aws/call.h"
#include "recorder/formats/exchange_facts.h"
#include "recorder/replay/fill.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// Sent as recorded. What the transport, the signature or a tracer says is said anew or not at all.
bool is_kept(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "amz-sdk-invocation-id", "amz-sdk-request",   "content-type",    "user-agent",
      "x-amz-api-version",     "x-amzn-query-mode", "x-amz-user-agent"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

LiveSession::LiveSession(const aws::ServiceModel& service, const DriftRules& rules,
                         KnownSecrets known, const world::Random& random)
    : service_(service),
      comparison_(rules),
      redactor_(service),
      secrets_(
          [known = std::move(known)](const Pseudonym& one) {
            const auto found = known.find(one.number);
            return found == known.end() ? std::nullopt : std::optional(found->second);
          },
          random, redactor_.pseudonyms(), comparison_.counterparts().bindings()) {}

tl::expected<http::Request, std::string> LiveSession::request(const ExchangeLine& line) {
  const auto target = header_of(line.req.headers, "x-amz-target");
  if (line.connection == 0) return tl::unexpected(std::string("stunt itself had sent it"));
  if (line.req.method != "POST" || !line.req.query.empty() || target.empty()) {
    return tl::unexpected(std::string("it is no call of the service"));
  }
  if (is_redacted(target)) {
    return tl::unexpected(std::string("its operation is not in the transcript"));
  }
  if (!line.req.body.json && line.req.body.size > 0) {
    return tl::unexpected(std::string("its body is not in the transcript"));
  }
  http::Request request;
  request.method = line.req.method;
  request.path = line.req.path;
  for (const auto& [name, value] : line.req.headers) {
    if (is_kept(name) && !is_redacted(value)) request.headers.add(name, value);
  }
  request.headers.add("x-amz-target", std::string(target));
  if (const auto& body = line.req.body.json) {
    const auto live = comparison_.counterparts().ids().to_live(*body);
    request.body =
        plain_json(fill(live, [this](const Pseudonym& one) { return secrets_.of(one); }));
  }
  const auto call = aws::read_call(request, service_);
  if (call.kind == aws::Call::Body::object) redactor_.learn_request(call, call.body);
  return request;
}

std::vector<Difference> LiveSession::answered(const ExchangeLine& line,
                                              const Comparison::Answer& recorded,
                                              const http::Request& request,
                                              const http::Reply& reply, world::Instant at) {
  const auto live = redacted(request, reply);
  const auto* operation = operation_of(line, service_);
  return comparison_.answers(operation, recorded, {live, at});
}

ExchangeLine::Reply LiveSession::redacted(const http::Request& request, const http::Reply& reply) {
  const auto call = aws::read_call(request, service_);
  ExchangeLine::Reply result;
  result.status = reply.status;
  if (const auto date = reply.headers.get("date")) {
    result.headers.emplace_back("date", std::string(*date));
  }
  result.body.size = reply.body.size();
  if (const auto body = aws::parse_json(reply.body); body && body->is_object()) {
    redactor_.learn_reply(call, reply.status, *body);
    result.body.json = redactor_.reply(call, reply.status, *body);
  }
  return result;
}

}  // namespace stunt::recorder
