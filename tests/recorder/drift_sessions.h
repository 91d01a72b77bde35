// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "emulator/model/secrets_manager.h"
#include "recorder/drift/comparison.h"
#include "world/calendar.h"

namespace stunt::recorder {

inline void PrintTo(const Difference& difference, std::ostream* out) {
  *out << to_string(difference.severity) << " at '" << difference.pointer
       << "': " << difference.recorded << " → " << difference.live;
}

}  // namespace stunt::recorder

namespace stunt::test {

using aws::Json;
using recorder::Comparison;
using recorder::Difference;
using recorder::DriftRules;
using recorder::ExchangeLine;

constexpr const char* kArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-a1B2c3";
constexpr const char* kOtherArn =
    "arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-Zz9Yy8";
constexpr const char* kVersion = "11111111-1111-4111-8111-111111111111";
constexpr const char* kOtherVersion = "99999999-9999-4999-8999-999999999999";
constexpr double kNow = 1767225600;  // 2026-01-01T00:00:00Z, when the answers were given

inline ExchangeLine::Reply reply_of(int status, const Json& body) {
  ExchangeLine::Reply reply;
  reply.status = status;
  reply.body = {body, std::nullopt, body.dump().size()};
  return reply;
}

/// Two sessions of which answers are compared.
class Sessions {
 public:
  explicit Sessions(const DriftRules& rules = {}) : comparison_(rules) {}

  std::vector<Difference> compare(const std::string& operation, const ExchangeLine::Reply& recorded,
                                  const ExchangeLine::Reply& live) {
    return comparison_.answers(emulator::secrets_manager().operation(operation),
                               {recorded, recorded_at_}, {live, live_at_});
  }
  std::vector<Difference> compare(const std::string& operation, const Json& recorded,
                                  const Json& live) {
    return compare(operation, reply_of(200, recorded), reply_of(200, live));
  }
  void later(world::Duration recorded, world::Duration live) {
    recorded_at_ += recorded;
    live_at_ += live;
  }

  Comparison& comparison() { return comparison_; }

 private:
  Comparison comparison_;
  world::Instant recorded_at_ = *world::parse_rfc3339("2026-01-01T00:00:00Z");
  world::Instant live_at_ = recorded_at_ + std::chrono::hours(24 * 90);
};

/// The same of the live answers.
inline double live_now() { return kNow + 90 * 86400; }

inline Json value_answer() {
  return {{"ARN", kArn},
          {"Name", "prod/db"},
          {"VersionId", kVersion},
          {"SecretString", R"({"user":"{{secret:2}}","password":"{{secret:1}}"})"},
          {"VersionStages", {"AWSCURRENT", "blue"}},
          {"CreatedDate", kNow - 60}};
}

/// The same from somebody else's hands.
inline Json live_value_answer() {
  return {{"ARN", kOtherArn},
          {"Name", "prod/db"},
          {"VersionId", kOtherVersion},
          {"SecretString", R"({"user":"{{secret:7}}","password":"{{secret:9}}"})"},
          {"VersionStages", {"AWSCURRENT", "blue"}},
          {"CreatedDate", live_now() - 2}};
}

inline Json error(const std::string& type, const std::string& message) {
  return {{"__type", type}, {"Message", message}};
}

}  // namespace stunt::test
