// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <iosfwd>
#include <map>
#include <string>

#include "stunt/outcome.h"

namespace stunt {

struct Exchange;

/// Which calls are meant: those that meet every condition; without one, all. The conditions are
/// those of a scenario file (docs/scenario-format.md, "when"). Also a GoogleMock matcher of an
/// Exchange.
class Calls {
 public:
  Calls() = default;

  /// Those that ended so.
  Calls(Outcome outcome);

  /// A condition by its name in a scenario file, and its value as JSON. Throws
  /// std::invalid_argument if there is one of that name already.
  Calls& where(const std::string& condition, const std::string& json);

  /// Every member of this JSON must be in the request's.
  Calls& WithBody(const std::string& json) { return where("body", json); }

  /// All conditions of the other too. Throws std::invalid_argument if both say one.
  Calls& add(const Calls& other);

  /// As JSON.
  std::string json() const;

  /// What a GoogleMock matcher has to have. Throws std::invalid_argument that says what is wrong
  /// with the conditions.
  using is_gtest_matcher = void;
  bool MatchAndExplain(const Exchange& exchange, std::ostream* explanation) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  std::map<std::string, std::string> conditions_;  ///< name → JSON
};

/// Calls of one of these operations; globs are fine.
Calls Op(std::initializer_list<std::string> operations);
template <typename... More>
Calls Op(const std::string& operation, const More&... more) {
  return Op({operation, std::string(more)...});
}

/// That name this secret, by its name or ARN; a glob is fine.
Calls SecretId(const std::string& secret);

/// The attempt that the SDK says it is; 1 is the first.
Calls Attempt(unsigned attempt);

/// Every member of this JSON is in the request's.
Calls HasBody(const std::string& json);

/// Signed with this key.
Calls AccessKeyId(const std::string& key);

/// With a header field like that; a glob is fine.
Calls Header(const std::string& name, const std::string& value);

/// That ended so.
Calls Ended(Outcome outcome);

/// Those that meet the conditions of all.
template <typename... More>
Calls All(Calls first, const More&... more) {
  (first.add(Calls(more)), ...);
  return first;
}

}  // namespace stunt
