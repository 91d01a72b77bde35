// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "aws/json.h"
#include "world/clock.h"

namespace stunt::test {

/// What a call must be answered with.
struct Expected {
  std::string error{};                      ///< the error's type; empty if the call succeeds
  aws::Json members = aws::Json::object();  ///< of the answer; null says that it lacks the member
};

/// Secrets Manager told a second time, as plainly as possible and from the same facts, for one
/// account and Region: a slow list of versions, each with its set of labels. Knows calls that keep
/// the model's constraints, always with a ClientRequestToken.
class ReferenceModel {
 public:
  Expected answer(const std::string& operation, const aws::Json& body, world::Instant now);

 private:
  struct Version {
    std::string id, value;
    std::set<std::string> labels{};
  };
  struct Secret {
    std::vector<Version> versions{};
    std::map<std::string, std::string> tags{};
    bool was_tagged = false;
    std::string description{};
    std::optional<world::Instant> deletion{};
  };

  Expected create(const aws::Json& body);
  Expected put(Secret& secret, const aws::Json& body);
  Expected update(Secret& secret, const aws::Json& body);
  Expected get(Secret& secret, const aws::Json& body);
  Expected move_stage(Secret& secret, const aws::Json& body);
  Expected remove(const std::string& name, const aws::Json& body, world::Instant now);
  Expected describe(const Secret& secret) const;
  Expected versions(const Secret& secret, bool deprecated) const;
  Expected list(bool deleted) const;

  /// The write of a value; nothing if an earlier try has made it, an error if the id is taken.
  static std::optional<Expected> write(Secret& secret, const std::string& id,
                                       const std::string& value,
                                       const std::set<std::string>& labels);
  static void label(Secret& secret, const std::string& id, const std::string& stage);
  static void make_current(Secret& secret, const std::string& id, bool by_a_write);
  static Version* find(Secret& secret, const std::string& id);
  static Version* holder(Secret& secret, const std::string& stage);

  std::map<std::string, Secret> secrets_;
};

}  // namespace stunt::test
