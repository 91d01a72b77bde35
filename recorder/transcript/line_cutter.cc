// SPDX-License-Identifier: MIT
#include "recorder/transcript/line_cutter.h"

#include "recorder/transcript/reader.h"

namespace stunt::recorder {

void LineCutter::take(std::string_view piece) {
  for (auto end = piece.find('\n'); end != piece.npos; end = piece.find('\n')) {
    begun_.append(piece.substr(0, end));
    line_(begun_);
    begun_.clear();
    piece.remove_prefix(end + 1);
  }
  begun_.append(piece);
  if (begun_.size() > kLongestLine) line_(begun_);
}

}  // namespace stunt::recorder
