// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stunt::emulator {

struct Version;

/// Who holds which staging label, in the order of the labels. A map as std::map is one, for the few
/// labels that a secret has, in as little memory as they need.
class Labels {
 public:
  using Held = std::pair<std::string, Version*>;

  auto begin() const { return held_.begin(); }
  auto end() const { return held_.end(); }
  std::size_t size() const { return held_.size(); }

  auto find(std::string_view label) const {
    const auto at = place(label);
    return at != held_.end() && at->first == label ? at : held_.end();
  }
  bool contains(std::string_view label) const { return find(label) != held_.end(); }

  /// The holder of the label, to be set; nullptr if there was none.
  Version*& operator[](std::string_view label) {
    const auto at = held_.begin() + (place(label) - held_.begin());
    if (at != held_.end() && at->first == label) return at->second;
    return held_.emplace(at, label, nullptr)->second;
  }
  void erase(std::vector<Held>::const_iterator at) { held_.erase(at); }

  /// Takes all its labels from a version.
  void strip(const Version& version) {
    std::erase_if(held_, [&](const Held& held) { return held.second == &version; });
  }

 private:
  std::vector<Held>::const_iterator place(std::string_view label) const {
    return std::ranges::lower_bound(held_, label, {}, &Held::first);
  }

  std::vector<Held> held_;
};

}  // namespace stunt::emulator
