// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "aws/json.h"
#include "recorder/replay/bindings.h"
#include "recorder/replay/remap.h"

namespace stunt::recorder {

/// What in one session stands for what in another: ids, by a map that grows as they are seen in
/// equal places, and secrets, by their pseudonyms. Not thread-safe.
class Counterparts {
 public:
  /// Whether a live text is the counterpart of a recorded one. If nothing says otherwise, it is
  /// from now on; what contradicts earlier pairs changes none of them. `member` is the name under
  /// which both stand.
  bool same(const std::string& member, const std::string& recorded, const std::string& live);

  /// A live text with recorded ids.
  std::string with_recorded_ids(const std::string& live) const;

  /// For people, and printable: the pseudonyms of the recording stand for secrets in both, and
  /// "{{secret:?}}" for one that the recording does not have.
  std::string shown_recorded(const aws::Json& value) const;
  std::string shown_live(const aws::Json& value) const;

  const IdMap& ids() const { return ids_; }
  Bindings& bindings() { return bindings_; }

 private:
  bool learn(const std::string& member, const std::string& recorded, const std::string& live);

  IdMap ids_{Remap::ids};
  Bindings bindings_;
};

}  // namespace stunt::recorder
