// SPDX-License-Identifier: MIT
#include "recorder/formats/losses.h"

#include <algorithm>

namespace stunt::recorder {

void Losses::add(std::string_view reason, std::string_view example) {
  const auto known = std::ranges::find(list_, reason, &Loss::reason);
  if (known == list_.end()) {
    list_.push_back({std::string(reason), std::string(example), 1});
  } else {
    ++known->count;
  }
}

void print(const Losses& losses, std::ostream& out) {
  for (const auto& [reason, example, count] : losses.list()) {
    out << "lost: " << reason << " (";
    if (count > 1) out << count << " times, first: ";
    out << example << ")\n";
  }
}

}  // namespace stunt::recorder
