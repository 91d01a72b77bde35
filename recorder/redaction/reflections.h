// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "recorder/redaction/pseudonym.h"
#include "recorder/redaction/pseudonyms.h"

namespace stunt::recorder {

/// Secret values that were seen, searched for in text that is kept: services and clients quote
/// them in messages, descriptions, tags, headers. Values shorter than kShortest are not searched
/// for: they would be found everywhere. Not thread-safe.
class Reflections {
 public:
  static constexpr std::size_t kShortest = 6;

  /// How much of a secret it takes to be found in a text.
  enum class Part {
    leaf,   ///< every secret, also a leaf that only says where: a host, a database
    whole,  ///< only what is secret as a whole: names of secrets repeat the others
  };

  /// What becomes of a text that looks like a pseudonym before any was given.
  enum class Written { replaced, kept };

  explicit Reflections(Written written = Written::replaced);

  void learn(SecretKind kind, std::string_view value, Part part);

  /// True if that value was learned as a whole, and with it all that is inside of it.
  bool knows(std::string_view value) const;

  /// The text with a pseudonym in the place of each secret; one pseudonym for all of it where a
  /// secret is in there in an encoded form.
  std::string replace(std::string_view text, Part part, Pseudonyms& pseudonyms);

  /// The same where `others` of it, views into it, are secrets too.
  std::string replace(std::string_view text, Part part, Pseudonyms& pseudonyms,
                      std::span<const std::string_view> others);

 private:
  struct Found {
    std::size_t size;
    SecretKind kind;
  };
  struct Known {
    SecretKind kind;
    Part part;
  };

  std::optional<Found> find_at(std::string_view text, Part part) const;
  bool found_in(std::string_view text, Part part) const;

  std::bitset<1 << 16> first_two_;  ///< bytes with which a value begins: a quick no
  /// Sizes of the values that begin with these six bytes, the largest first.
  std::unordered_map<std::uint64_t, std::set<std::size_t, std::greater<>>> sizes_;
  std::unordered_map<std::string, Known> values_;

  /// Texts in which there is no secret that is known by now, by Part: most texts of a run are the
  /// same few.
  std::array<std::unordered_set<std::string>, 2> clean_;
};

}  // namespace stunt::recorder
