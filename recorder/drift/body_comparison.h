// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/drift/counterparts.h"
#include "recorder/drift/difference.h"
#include "recorder/drift/rules.h"

namespace stunt::recorder {

/// Compares two redacted bodies member by member. Members of a structure are its schema; entries of
/// maps and lists are data. Items that have a name or an id are found by it, wherever they stand; a
/// null member is none.
class BodyComparison {
 public:
  BodyComparison(Counterparts& counterparts, LeftAside& ignored, const DateFrame& dates)
      : counterparts_(counterparts), ignored_(ignored), dates_(dates) {}

  /// Appends to `found` what differs. `pointer` says where the two stand.
  void structure(const std::string& pointer, const aws::Json& recorded, const aws::Json& live,
                 std::span<const aws::MemberModel> members, std::vector<Difference>& found);

 private:
  using Json = aws::Json;
  using Model = aws::ValueModel;

  /// Two values that stand under the same name, or in lists or maps under it; `model` may be null.
  void value(const std::string& pointer, const std::string& member, const Json& recorded,
             const Json& live, const Model* model);
  void list(const std::string& pointer, const std::string& member, const Json& recorded,
            const Json& live, const Model* element);
  void map(const std::string& pointer, const std::string& member, const Json& recorded,
           const Json& live, const Model* element);
  void members(const std::string& pointer, const Json& recorded, const Json& live,
               std::span<const aws::MemberModel> models);
  bool same_date(const Json& recorded, const Json& live) const;
  void report(Severity severity, const std::string& pointer, const Json* recorded,
              const Json* live);

  Counterparts& counterparts_;
  LeftAside& ignored_;
  const DateFrame dates_;
  std::vector<Difference>* found_ = nullptr;
};

}  // namespace stunt::recorder
