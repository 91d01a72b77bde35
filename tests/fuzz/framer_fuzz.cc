// SPDX-License-Identifier: MIT
//
// A client's bytes through http::Framer and http::Parser: however they are split, the same
// requests come out, and then the same refusal.
#include <cstdint>

#include "finding.h"
#include "framing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stunt::test;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // So small that an input of a few hundred bytes reaches each of them.
  const stunt::http::Limits limits{.head_bytes = 300, .body_bytes = 200};

  const auto reading = read_in_pieces(whole(bytes), limits);
  expect(reading.broken.empty(), reading.broken);
  for (const auto& pieces :
       {byte_by_byte(bytes), in_drawn_pieces(bytes, 7), in_drawn_pieces(bytes, 97)}) {
    const auto split = read_in_pieces(pieces, limits);
    expect(split == reading, "whole:\n" + reading.seen + "\nin pieces:\n" + split.seen);
  }
  return 0;
}
