// SPDX-License-Identifier: MIT
#include "recorder/redaction/pseudonyms.h"

namespace stunt::recorder {

Pseudonym Pseudonyms::of(SecretKind kind, std::string_view value) {
  if (kept_ > 0) {
    const auto written = read_pseudonym(value);
    if (written && written->number <= kept_) return *written;
  }
  std::string key(1, static_cast<char>(kind));
  key.append(value);
  const auto [found, is_new] = numbers_.emplace(std::move(key), below_ + keys_.size() + 1);
  if (!is_new) return {found->second, kind};
  if (const auto known = known_ ? known_(kind, value) : std::nullopt) {
    found->second = *known;
    elsewhere_.emplace(*known, &found->first);
  } else {
    keys_.push_back(&found->first);
  }
  return {found->second, kind};
}

Secret Pseudonyms::secret(std::uint64_t number) const {
  const std::string_view key =
      number > below_ ? *keys_.at(number - below_ - 1) : *elsewhere_.at(number);
  return {static_cast<SecretKind>(key.front()), key.substr(1)};
}

}  // namespace stunt::recorder
