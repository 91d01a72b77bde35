// SPDX-License-Identifier: MIT
#include "recorder/transcript/reader.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unordered_map>

#include "recorder/transcript/digest.h"
#include "recorder/transcript/fields.h"
#include "recorder/transcript/transcript_lines.h"
#include "recorder/transcript/write_line.h"

namespace stunt::recorder {
namespace {

class Reading {
 public:
  explicit Reading(const std::string& name)
      : lines_(name, {[this](Header header) { transcript_.header = std::move(header); },
                      [this](ExchangeLine exchange, std::size_t line) {
                        take(std::move(exchange), line);
                      }}) {}

  void line(std::string_view line) { lines_.line(line); }

  void cut_line() { transcript_.notes.push_back(cut_line_note(lines_.count() + 1)); }

  Transcript finish() {
    lines_.end();
    transcript_.footer = lines_.footer();
    auto& [header, exchanges, footer, notes] = transcript_;
    std::stable_sort(exchanges.begin(), exchanges.end(),
                     [](const auto& a, const auto& b) { return a.seq < b.seq; });
    if (!footer) {
      notes.push_back(kNoFooterNote);
    } else if (footer->exchanges != exchanges.size()) {
      notes.push_back(wrong_count_note(footer->exchanges, exchanges.size()));
    } else if (footer->digest != digest()) {
      notes.push_back("the digest in the footer is another: the file was changed");
    }
    if (footer && footer->dropped > 0) notes.push_back(dropped_note(footer->dropped));
    return std::move(transcript_);
  }

 private:
  void take(ExchangeLine exchange, std::size_t line) {
    const auto [first, is_new] = seen_.emplace(exchange.seq, line);
    if (!is_new) {
      throw BadLine("seq " + std::to_string(exchange.seq) + " stands in line " +
                    std::to_string(first->second) + " already");
    }
    transcript_.exchanges.push_back(std::move(exchange));
  }

  std::string digest() const {
    Digest digest;
    for (const auto& exchange : transcript_.exchanges) digest.add(exchange);
    return digest.value();
  }

  TranscriptLines lines_;
  Transcript transcript_;
  std::unordered_map<std::uint64_t, std::size_t> seen_;  ///< the line of a seq
};

}  // namespace

Transcript read_transcript(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad()) {
    throw std::runtime_error("cannot read " + path.string() + ": " +
                             std::generic_category().message(errno));
  }
  return read_transcript_text(text, path.string());
}

Transcript read_transcript_text(std::string_view text, const std::string& name) {
  Reading reading(name);
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) {
      reading.cut_line();
      break;
    }
    reading.line(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return reading.finish();
}

std::string write_transcript(const Transcript& transcript) {
  std::string text = to_line(transcript.header) + "\n";
  for (const auto& exchange : transcript.exchanges) {
    text.append(to_line(exchange)).append("\n");
  }
  if (transcript.footer) text.append(to_line(*transcript.footer)).append("\n");
  return text;
}

}  // namespace stunt::recorder
