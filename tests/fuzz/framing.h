// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/limits.h"

namespace stunt::test {

/// What became of a client's bytes. Two that were split differently must be equal.
struct Reading {
  std::string seen;    ///< all that the application can see of it: requests, then the refusal
  std::string broken;  ///< a promise of http::Framer or http::Parser that was not kept
  bool operator==(const Reading&) const = default;
};

/// Lets our framer and Pistache's parser read `pieces`, one after the other.
Reading read_in_pieces(std::span<const std::string_view> pieces, const http::Limits& limits);

/// `bytes` in one piece, in pieces of one byte, and in pieces of 1 to `longest` bytes that a hash
/// of the bytes decides.
std::vector<std::string_view> whole(std::string_view bytes);
std::vector<std::string_view> byte_by_byte(std::string_view bytes);
std::vector<std::string_view> in_drawn_pieces(std::string_view bytes, std::size_t longest);

}  // namespace stunt::test
