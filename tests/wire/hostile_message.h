// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stunt::test {

/// Something that no decent client sends: bytes, how they are cut into segments, and how the
/// connection ends after them.
struct HostileMessage {
  enum class Ending {
    reset,       ///< RST at once
    close,       ///< FIN at once, with what came back unread
    half_close,  ///< shuts the sending side, reads what comes
    read,        ///< reads an answer, if one comes soon, then closes
    linger,      ///< stays open and says nothing more
  };

  std::vector<std::string> segments;
  Ending ending = Ending::close;

  std::string bytes() const;
};

/// The message of that number; always the same one for the same seed. Broken request lines, header
/// soup, lengths that lie, chunks of garbage, noise; then flipped, cut, doubled and spliced.
HostileMessage make_hostile_message(std::uint64_t seed, std::uint64_t number);

}  // namespace stunt::test
