// SPDX-License-Identifier: MIT
#include "recorder/sealing/seal_line.h"

#include "recorder/sealing/texts.h"

namespace stunt::recorder {

void seal_line(ExchangeLine& line, const Pseudonyms& pseudonyms, const SealKey& key,
               const std::string& file) {
  edit_texts(line, [&](const std::string& pointer, std::string& text) {
    if (text.find(kPseudonymBegin) == std::string::npos) return;
    SealPlace place{file, line.seq, pointer, 0};
    text = replace_tokens(text, [&](const Token& token) {
      const auto number = token.pseudonym.number;
      if (!pseudonyms.knows(number)) return to_string(token);
      const auto seal = key.seal(place, pseudonyms.secret(number).value);
      ++place.index;
      return to_string(Token{token.pseudonym, seal});
    });
  });
}

}  // namespace stunt::recorder
