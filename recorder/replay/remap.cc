// SPDX-License-Identifier: MIT
#include "recorder/replay/remap.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "aws/arn.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using Kind = IdMap::Kind;

constexpr std::array<std::string_view, 4> kNames = {"ARN", "VersionId", "NextToken", "RequestId"};

/// Shorter ones are not looked for outside of their own members: they may be anything.
constexpr std::size_t kShortestAnywhere = 20;

constexpr std::size_t kSuffixSize = 7;

/// The member whose names are version ids.
constexpr std::string_view kStages = "VersionIdsToStages";

bool is_secret_arn(std::string_view text) {
  const auto arn = aws::read_arn(text);
  return arn && arn->resource.starts_with("secret:");
}

/// What a member of this name holds.
std::optional<Kind> kind_of(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kVersions = {
      "ClientRequestToken", "MoveToVersionId", "RemoveFromVersionId", "VersionId"};
  if (std::find(kVersions.begin(), kVersions.end(), name) != kVersions.end()) return Kind::version;
  if (name == "NextToken") return Kind::next_token;
  if (name == "RequestId" || name == "requestId") return Kind::request;
  return std::nullopt;
}

bool is_date(std::string_view name) { return name.ends_with("Date"); }

bool is_in_a_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("-_:/+=.@").find(c) != std::string_view::npos;
}

/// The member's name for which `stages` is the only value like it.
const std::string* only_version_with(const Json& versions, const Json& stages) {
  const std::string* found = nullptr;
  for (const auto& [version, its_stages] : versions.get_ref<const Json::object_t&>()) {
    if (its_stages != stages) continue;
    if (found) return nullptr;
    found = &version;
  }
  return found;
}

}  // namespace

/// Walks two values side by side.
class IdMap::Learning {
 public:
  Learning(IdMap& map, bool again) : map_(map), again_(again) {}

  void walk(const Json& recorded, const Json& live, std::string_view name,
            const std::string& pointer) {
    if (recorded.is_string() && live.is_string()) {
      texts(recorded.get_ref<const std::string&>(), live.get_ref<const std::string&>(), name,
            pointer);
    } else if (recorded.is_array() && live.is_array()) {
      for (std::size_t i = 0; i < std::min(recorded.size(), live.size()); ++i) {
        walk(recorded[i], live[i], name, pointer + "/" + std::to_string(i));
      }
    } else if (recorded.is_object() && live.is_object()) {
      if (name == kStages) return versions(recorded, live, pointer);
      for (const auto& [member, value] : recorded.items()) {
        if (const auto* other = aws::member(live, member)) {
          walk(value, *other, member, pointer + "/" + member);
        }
      }
    }
  }

 private:
  void texts(const std::string& recorded, const std::string& live, std::string_view name,
             const std::string& pointer) {
    if (is_secret_arn(recorded) && is_secret_arn(live)) {
      arns(recorded, live, pointer);
    } else if (const auto kind = kind_of(name)) {
      map_.pair(*kind, recorded, live, pointer, again_);
    }
  }

  /// Of one secret: two names are two secrets, and no pair.
  void arns(const std::string& recorded, const std::string& live, const std::string& pointer) {
    const bool whole = aws::has_arn_suffix(recorded);
    if (aws::secret_name(recorded) != aws::secret_name(live)) return;
    if (whole != aws::has_arn_suffix(live)) return;
    map_.pair(Kind::arn, recorded, live, pointer, again_);
    // Clients may leave the suffix out.
    if (whole) {
      map_.pair(Kind::arn, recorded.substr(0, recorded.size() - kSuffixSize),
                live.substr(0, live.size() - kSuffixSize), pointer, again_);
    }
  }

  void versions(const Json& recorded, const Json& live, const std::string& pointer) {
    for (const auto& [version, stages] : recorded.items()) {
      const auto* other = only_version_with(live, stages);
      if (other && only_version_with(recorded, stages)) {
        map_.pair(Kind::version, version, *other, pointer, again_);
      }
    }
  }

  IdMap& map_;
  const bool again_;
};

/// A value on its way from one side to the other.
class IdMap::Translation {
 public:
  Translation(const IdMap& map, bool to_live, std::set<std::string>* translated)
      : map_(map), to_live_(to_live), translated_(translated) {}

  Json walk(const Json& value, std::string_view name) {
    if (value.is_string()) return text(value.get_ref<const std::string&>(), name);
    if (value.is_number() && is_date(name)) return date(value, name);
    if (value.is_array()) {
      Json items = Json::array();
      for (const auto& item : value) items.push_back(walk(item, name));
      return items;
    }
    if (!value.is_object()) return value;
    Json object = Json::object();
    auto& members = object.get_ref<Json::object_t&>();
    for (const auto& [member, its_value] : value.items()) {
      const auto* other = name == kStages ? find(Kind::version, member) : nullptr;
      members.emplace_back(other ? *other : member, walk(its_value, member));
    }
    return object;
  }

 private:
  const std::string* find(Kind kind, const std::string& id) {
    const auto& pairs = map_.pairs_[static_cast<std::size_t>(kind)];
    const auto& names = to_live_ ? pairs.to_live : pairs.to_recorded;
    const auto found = names.find(id);
    if (found == names.end()) return nullptr;
    if (found->second != id) note(to_string(kind));
    return &found->second;
  }

  const std::string* find_anywhere(const std::string& id) {
    if (id.size() < kShortestAnywhere) return nullptr;
    for (const auto kind : {Kind::arn, Kind::version, Kind::request}) {
      if (const auto* other = find(kind, id)) return other;
    }
    return nullptr;
  }

  std::string text(const std::string& text, std::string_view name) {
    if (const auto kind = kind_of(name)) {
      const auto* other = find(*kind, text);
      return other ? *other : text;
    }
    if (text.size() < kShortestAnywhere) return text;
    std::string translated;
    for (auto at = text.begin(); at != text.end();) {
      auto end = std::find_if_not(at, text.end(), is_in_a_word);
      const auto behind = end;
      // A full stop or a colon ends the word and is not in it.
      while (end != at && (end[-1] == '.' || end[-1] == ':')) --end;
      const std::string word(at, end);
      const auto* other = find_anywhere(word);
      translated.append(other ? *other : word).append(end, behind);
      at = std::find_if(behind, text.end(), is_in_a_word);
      translated.append(behind, at);
    }
    return translated;
  }

  /// To the millisecond, as AWS writes them; the last access is told by the day.
  Json date(const Json& value, std::string_view name) {
    using std::chrono::days, std::chrono::milliseconds;
    if (map_.later_ == world::Duration(0)) return value;
    const auto later = name == "LastAccessedDate"
                           ? milliseconds(std::chrono::round<days>(map_.later_))
                           : std::chrono::round<milliseconds>(map_.later_);
    note("Date");
    const auto moved = std::round(value.get<double>() * 1000) +
                       static_cast<double>((to_live_ ? later : -later).count());
    return json_number(moved / 1000);
  }

  void note(std::string_view name) {
    if (translated_) translated_->emplace(name);
  }

  const IdMap& map_;
  const bool to_live_;
  std::set<std::string>* const translated_;
};

IdMap::IdMap(Remap what, world::Duration later)
    : what_(what), later_(what == Remap::all ? later : world::Duration(0)) {}

void IdMap::learn(const Json& recorded, const Json& live) {
  if (what_ != Remap::none) Learning(*this, false).walk(recorded, live, "", "");
}

void IdMap::learn_again(const Json& recorded, const Json& live) {
  if (what_ != Remap::none) Learning(*this, true).walk(recorded, live, "", "");
}

Json IdMap::to_live(const Json& recorded, std::set<std::string>* translated) const {
  if (what_ == Remap::none) return recorded;
  return Translation(*this, true, translated).walk(recorded, "");
}

Json IdMap::to_recorded(const Json& live, std::set<std::string>* translated) const {
  if (what_ == Remap::none) return live;
  return Translation(*this, false, translated).walk(live, "");
}

void IdMap::pair(Kind kind, const std::string& recorded, const std::string& live,
                 const std::string& pointer, bool again) {
  auto& [to_live, to_recorded] = pairs_[static_cast<std::size_t>(kind)];
  const auto other_live = to_live.find(recorded);
  const auto other_recorded = to_recorded.find(live);
  const bool new_recorded = other_live == to_live.end();
  const bool new_live = other_recorded == to_recorded.end();
  if (!new_recorded && other_live->second == live) return;
  if ((!new_recorded || !new_live) && !again && conflicts_.size() < kMostConflicts) {
    conflicts_.push_back({kind, pointer, recorded, live,
                          new_recorded ? other_recorded->second : other_live->second});
  }
  if (!new_recorded) to_recorded.erase(other_live->second);
  if (!new_live) to_live.erase(other_recorded->second);
  to_live[recorded] = live;
  to_recorded[live] = recorded;
}

std::string_view to_string(IdMap::Kind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::string to_string(const IdMap::Conflict& conflict) {
  return std::string(to_string(conflict.kind)) + " " + conflict.recorded + " of the recording is " +
         conflict.live + " now; one of them was paired with " + conflict.before + " before (at " +
         conflict.pointer + ")";
}

}  // namespace stunt::recorder
