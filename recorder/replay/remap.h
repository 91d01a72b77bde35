// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aws/json.h"
#include "recorder/replay/options.h"
#include "world/clock.h"

namespace stunt::recorder {

/// Which id of today stands for which of the recording: one for one, both ways, each kind of id
/// apart. Whoever makes ids makes others on each run; whoever compares or translates two runs asks
/// this. Not thread-safe.
class IdMap {
 public:
  enum class Kind {
    arn,         ///< of a secret: account, Region and the suffix that AWS appends
    version,     ///< VersionId, and ClientRequestToken, which becomes one
    next_token,  ///< counts in members of this name only: it may be short
    request,     ///< RequestId
  };

  /// Two pairs that contradict: an id has a partner already, and it is another one.
  struct Conflict {
    Kind kind;
    std::string pointer;         ///< where in the JSON, as a JSON Pointer
    std::string recorded, live;  ///< the pair that came; it counts from now on
    std::string before;          ///< the partner that one of them had
  };

  /// So many conflicts are kept, the first ones.
  static constexpr std::size_t kMostConflicts = 1000;

  /// `none` leaves everything as it is, `ids` knows no dates. Dates of today are those of the
  /// recording plus `later`.
  explicit IdMap(Remap what, world::Duration later = world::Duration(0));

  /// Takes the ids at equal paths of two JSON values that say the same: two requests or two
  /// answers. Names of members count as well where they are ids.
  void learn(const aws::Json& recorded, const aws::Json& live);

  /// The same of a recorded exchange that is played once more: other ids are no conflict then.
  void learn_again(const aws::Json& recorded, const aws::Json& live);

  /// What nobody has learned stays. Ids are found also inside of texts, if they are long enough to
  /// be nothing else. `translated` gets the names of what was: "ARN", "VersionId", "Date"…
  aws::Json to_live(const aws::Json& recorded, std::set<std::string>* translated = nullptr) const;
  aws::Json to_recorded(const aws::Json& live, std::set<std::string>* translated = nullptr) const;

  const std::vector<Conflict>& conflicts() const { return conflicts_; }

 private:
  using Names = std::unordered_map<std::string, std::string>;
  struct Pairs {
    Names to_live;
    Names to_recorded;
  };
  class Learning;
  class Translation;

  void pair(Kind kind, const std::string& recorded, const std::string& live,
            const std::string& pointer, bool again);

  const Remap what_;
  const world::Duration later_;
  std::array<Pairs, 4> pairs_;  ///< by Kind
  std::vector<Conflict> conflicts_;
};

/// "ARN", "VersionId", "NextToken", "RequestId".
std::string_view to_string(IdMap::Kind kind);

/// For people: the kind, both ids, the partner before, where.
std::string to_string(const IdMap::Conflict& conflict);

}  // namespace stunt::recorder
