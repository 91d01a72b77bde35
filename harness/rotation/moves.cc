// SPDX-License-Identifier: MIT
#include "harness/rotation/moves.h"

#include <algorithm>
#include <array>

#include "aws/error.h"

namespace stunt::harness {
namespace {

using aws::Json;
using Step = emulator::RotationStep;

constexpr const char* kCurrent = "AWSCURRENT";
constexpr const char* kPending = "AWSPENDING";

Json about(const Rotation& rotation) { return {{"SecretId", rotation.order.secret_arn}}; }

bool succeeded(const http::Reply& reply) { return reply.status == 200; }

bool has_label(const Json& labels, std::string_view label) {
  return labels.is_array() && std::find(labels.begin(), labels.end(), label) != labels.end();
}

/// The id of the version with AWSCURRENT; empty if there is none.
std::string current_version(const Rotation& rotation) {
  if (const auto* versions = aws::member(rotation.described, "VersionIdsToStages")) {
    for (const auto& [id, labels] : versions->items()) {
      if (has_label(labels, kCurrent)) return id;
    }
  }
  return {};
}

std::optional<Question> describe(const Rotation& rotation) {
  return Question{"DescribeSecret", about(rotation)};
}

/// Is the secret to be rotated, and to this version?
Heard check(Rotation& rotation, const http::Reply& reply) {
  auto described = aws::parse_json(reply.body);
  if (!succeeded(reply) || !described) return Heard::failed;
  rotation.described = std::move(*described);
  const auto* enabled = aws::member(rotation.described, "RotationEnabled");
  const auto* versions = aws::member(rotation.described, "VersionIdsToStages");
  const auto* labels = versions ? aws::member(*versions, rotation.order.token) : nullptr;
  if (!enabled || *enabled != true || !labels) return Heard::failed;
  if (has_label(*labels, kCurrent)) return Heard::step_done;
  return has_label(*labels, kPending) ? Heard::go_on : Heard::failed;
}

std::optional<Question> read_current(const Rotation& rotation) {
  auto body = about(rotation);
  body["VersionStage"] = kCurrent;
  return Question{"GetSecretValue", std::move(body)};
}

Heard plan_next(Rotation& rotation, const http::Reply& reply) {
  if (const auto current = aws::parse_json(reply.body); succeeded(reply) && current) {
    rotation.next = NextValue::after(*current, rotation.random, rotation.order.token);
    return Heard::go_on;
  }
  // Not in AWS's template: a secret that never had a value gets its first one.
  return aws::error_code(reply) == "ResourceNotFoundException" ? Heard::go_on : Heard::failed;
}

std::optional<Question> read_pending(const Rotation& rotation) {
  auto body = about(rotation);
  body["VersionId"] = rotation.order.token;
  body["VersionStage"] = kPending;
  return Question{"GetSecretValue", std::move(body)};
}

/// An attempt before this one has come so far.
Heard keep_pending(Rotation&, const http::Reply& reply) {
  if (succeeded(reply)) return Heard::step_done;
  return aws::error_code(reply) == "ResourceNotFoundException" ? Heard::go_on : Heard::failed;
}

std::optional<Question> draw_password(const Rotation& rotation) {
  if (rotation.next.there()) return std::nullopt;
  return Question{"GetRandomPassword", rotation.next.wish()};
}

Heard take_password(Rotation& rotation, const http::Reply& reply) {
  const auto drawn = aws::parse_json(reply.body);
  if (!succeeded(reply) || !drawn) return Heard::failed;
  rotation.next.put(std::string(aws::text_member(*drawn, "RandomPassword")));
  return Heard::again;
}

std::optional<Question> put_pending(const Rotation& rotation) {
  auto body = about(rotation);
  body["ClientRequestToken"] = rotation.order.token;
  body.update(rotation.next.members());
  body["VersionStages"] = {kPending};
  body["RotationToken"] = rotation.order.rotation_token;
  return Question{"PutSecretValue", std::move(body)};
}

Heard must_succeed(Rotation&, const http::Reply& reply) {
  return succeeded(reply) ? Heard::go_on : Heard::failed;
}

std::optional<Question> move_current(const Rotation& rotation) {
  auto body = about(rotation);
  body["VersionStage"] = kCurrent;
  body["MoveToVersionId"] = rotation.order.token;
  if (auto current = current_version(rotation); !current.empty()) {
    body["RemoveFromVersionId"] = std::move(current);
  }
  return Question{"UpdateSecretVersionStage", std::move(body)};
}

}  // namespace

std::span<const Move> rotation_moves() {
  static constexpr std::array kMoves = {
      Move{Step::create_secret, describe, check},
      Move{Step::create_secret, read_current, plan_next},
      Move{Step::create_secret, read_pending, keep_pending},
      Move{Step::create_secret, draw_password, take_password},
      Move{Step::create_secret, put_pending, must_succeed},
      Move{Step::set_secret, describe, check},
      Move{Step::test_secret, describe, check},
      Move{Step::test_secret, read_pending, must_succeed},
      Move{Step::finish_secret, describe, check},
      Move{Step::finish_secret, move_current, must_succeed},
  };
  return kMoves;
}

}  // namespace stunt::harness
