// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/place.h"
#include "emulator/secret_value.h"

namespace stunt::state {

/// Which secret of the file: the number of its place, and its own on that place's shelf.
struct Key {
  std::int64_t place = 0;
  std::uint64_t number = 0;

  auto operator<=>(const Key&) const = default;
};

/// What a secret is to become in the file.
struct Row {
  struct Value {
    std::string version;
    emulator::SecretValue value;
  };

  std::optional<std::string> document{};  ///< nothing: the secret goes, and all its values
  std::vector<Value> added{};             ///< values that the file does not have yet
  bool fewer = false;                     ///< values of versions that the document lacks go
};

/// Changes that go into the file together, or not at all.
struct Batch {
  std::map<std::int64_t, emulator::Place> places{};  ///< that the file does not have yet
  std::map<Key, Row> rows{};

  bool empty() const { return places.empty() && rows.empty(); }

  /// Takes in what came later.
  void append(Batch later);
};

}  // namespace stunt::state
