// SPDX-License-Identifier: MIT
#include "recorder/drift/counterparts.h"

#include <algorithm>

#include "recorder/replay/fill.h"
#include "recorder/show/table.h"
#include "recorder/transcript/shown.h"

namespace stunt::recorder {
namespace {

using aws::Json;

std::string shown(const Json& value) { return printable(shortened(readable(value))); }

bool same_kinds(const Skeleton& a, const Skeleton& b) {
  return std::equal(a.pseudonyms.begin(), a.pseudonyms.end(), b.pseudonyms.begin(),
                    b.pseudonyms.end(), [](auto x, auto y) { return x.kind == y.kind; });
}

Json named(const std::string& member, const std::string& text) {
  return Json::object({{member, text}});
}

std::string text_in(const Json& named) { return named.begin()->get<std::string>(); }

}  // namespace

bool Counterparts::same(const std::string& member, const std::string& recorded,
                        const std::string& live) {
  if (!learn(member, recorded, live)) return false;
  const auto there = skeleton(recorded);
  const auto here = skeleton(text_in(ids_.to_recorded(named(member, live))));
  if (there.text != here.text || !same_kinds(there, here) ||
      bindings_.clash(there.pseudonyms, here.pseudonyms)) {
    return false;
  }
  bindings_.bind(there.pseudonyms, here.pseudonyms);
  return true;
}

/// False, and nothing is changed, if the ids contradict earlier ones.
bool Counterparts::learn(const std::string& member, const std::string& recorded,
                         const std::string& live) {
  const auto there = named(member, recorded), here = named(member, live);
  const auto known = ids_.conflicts().size();
  // Where no more conflicts are kept none is noticed: from there on nothing is learned.
  if (known == IdMap::kMostConflicts) return true;
  const auto partner_of_recorded = ids_.to_live(there), partner_of_live = ids_.to_recorded(here);
  ids_.learn(there, here);
  if (ids_.conflicts().size() == known) return true;
  // The map keeps the later pair. A wrong answer is wrong once, and not what is right from then on.
  const auto& before = ids_.conflicts()[known].before;
  if (partner_of_recorded != there || before == recorded) {
    ids_.learn_again(there, partner_of_recorded);
  }
  if (partner_of_live != here || before == live) ids_.learn_again(partner_of_live, here);
  return false;
}

std::string Counterparts::with_recorded_ids(const std::string& live) const {
  return ids_.to_recorded(live).get<std::string>();
}

std::string Counterparts::shown_recorded(const Json& value) const { return shown(value); }

std::string Counterparts::shown_live(const Json& value) const {
  const auto renamed = [this](const std::string& text) -> Json {
    return replace_pseudonyms(text, [this](const Pseudonym& live) {
      const auto recorded = bindings_.recorded(live.number);
      return recorded ? to_string(Pseudonym{*recorded, live.kind}) : "{{secret:?}}";
    });
  };
  return shown(map_strings(ids_.to_recorded(value), renamed));
}

}  // namespace stunt::recorder
