// SPDX-License-Identifier: MIT
#include "recorder/transcript/digest.h"

#include <algorithm>

#include "recorder/redaction/pseudonym.h"
#include "recorder/transcript/sha256.h"
#include "recorder/transcript/write_line.h"

namespace stunt::recorder {

void Digest::add(const ExchangeLine& line) {
  hashes_.push_back(sha256(skeleton(lasting_text(line)).text));
}

std::string Digest::value() const {
  auto sorted = hashes_;
  std::sort(sorted.begin(), sorted.end());
  std::string all;
  for (const auto& hash : sorted) all.append(hash).push_back('\n');
  return sha256(all);
}

}  // namespace stunt::recorder
