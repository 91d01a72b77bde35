// SPDX-License-Identifier: MIT
#include "recorder/merge/source.h"

#include <algorithm>

#include "recorder/redaction/pseudonym.h"
#include "recorder/transcript/file_lines.h"

namespace stunt::recorder {

SourceFacts survey(const std::filesystem::path& path) {
  SourceFacts facts;
  FileLines lines(path.string(), [&](const FileLine& line) {
    if (line.header) {
      facts.header = *line.header;
      facts.header_line = line.text;
    }
    if (!line.exchange) return;
    facts.seqs.push_back(line.exchange->seq);
    facts.scopes.insert(line.exchange->scope);
    for (const auto& pseudonym : skeleton(line.text).pseudonyms) {
      facts.highest_pseudonym = std::max(facts.highest_pseudonym, pseudonym.number);
    }
  });
  Pieces pieces(path);
  for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) lines.take(piece);
  lines.end();
  std::sort(facts.seqs.begin(), facts.seqs.end());
  return facts;
}

Source::Source(const std::filesystem::path& path)
    : pieces_(path),
      stream_(path.string(), {[](const Header&) {},
                              [this](const ExchangeLine& line) { ready_.push_back(line); }}) {}

ExchangeLine* Source::front() {
  while (ready_.empty() && !ended_) {
    const auto piece = pieces_.next();
    ended_ = piece.empty();
    ended_ ? static_cast<void>(end_ = stream_.end()) : stream_.take(piece);
  }
  return ready_.empty() ? nullptr : &ready_.front();
}

}  // namespace stunt::recorder
