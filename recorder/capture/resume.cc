// SPDX-License-Identifier: MIT
#include "recorder/capture/resume.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>

#include "recorder/redaction/pseudonym.h"
#include "recorder/transcript/reader.h"
#include "recorder/transcript/transcript_lines.h"

namespace stunt::recorder {
namespace {

/// Tells `line` each whole line of the file without its LF, until it answers false.
void for_each_line(const std::filesystem::path& path,
                   const std::function<bool(std::string_view)>& line) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string begun;
  std::array<char, 64 * 1024> buffer;
  do {
    file.read(buffer.data(), buffer.size());
    std::string_view piece(buffer.data(), static_cast<std::size_t>(file.gcount()));
    for (auto end = piece.find('\n'); end != piece.npos; end = piece.find('\n')) {
      begun.append(piece.substr(0, end));
      if (!line(begun)) return;
      begun.clear();
      piece.remove_prefix(end + 1);
    }
    begun.append(piece);
    // Too long already: refused without waiting for its end.
    if (begun.size() > kLongestLine && !line(begun)) return;
  } while (file);
  if (!file.is_open() || file.bad()) {
    throw std::runtime_error("cannot read " + path.string() + ": " +
                             std::generic_category().message(errno ? errno : EIO));
  }
}

void count(const ExchangeLine& line, Before& before) {
  before.seq = std::max(before.seq, line.seq);
  before.connection = std::max(before.connection, line.connection);
  before.at = std::max(before.at, line.at + line.dur.total());
}

}  // namespace

Resume read_resume(const std::filesystem::path& path) {
  Resume resume;
  TranscriptLines lines(path.string(), {[&](Header header) { resume.header = std::move(header); },
                                        [&](const ExchangeLine& exchange, std::size_t) {
                                          ++resume.exchanges;
                                          resume.digest.add(exchange);
                                          count(exchange, resume.before);
                                        }});
  for_each_line(path, [&](std::string_view line) {
    lines.line(line);
    if (!lines.footer()) resume.size += line.size() + 1;
    for (const auto& pseudonym : skeleton(line).pseudonyms) {
      resume.before.pseudonym = std::max(resume.before.pseudonym, pseudonym.number);
    }
    return true;
  });
  lines.end();
  if (lines.footer()) resume.dropped = lines.footer()->dropped;
  return resume;
}

bool has_exchanges(const std::filesystem::path& path) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown) ||
      std::filesystem::file_size(path, unknown) == 0) {
    return false;
  }
  bool found = false;
  TranscriptLines lines(path.string(), {[](const Header&) {},
                                        [&](const ExchangeLine&, std::size_t) { found = true; }});
  for_each_line(path, [&](std::string_view line) {
    lines.line(line);
    return !found;
  });
  lines.end();
  return found;
}

}  // namespace stunt::recorder
