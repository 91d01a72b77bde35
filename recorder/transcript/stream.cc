// SPDX-License-Identifier: MIT
#include "recorder/transcript/stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <map>
#include <system_error>

#include "recorder/transcript/fields.h"
#include "recorder/transcript/reader.h"
#include "recorder/transcript/transcript_lines.h"

namespace stunt::recorder {
namespace {

/// Exchanges that wait for one before them.
class Window {
 public:
  Window(const Listener& listener, StreamEnd& end) : listener_(listener), end_(end) {}

  void put(ExchangeLine exchange, std::size_t bytes) {
    const auto seq = exchange.seq;
    const bool is_new = waiting_.emplace(seq, Waiting{std::move(exchange), bytes}).second;
    if (!is_new) throw BadLine("seq " + std::to_string(seq) + " stands in another line already");
    bytes_ += bytes;
    while (!waiting_.empty() && (waiting_.begin()->first <= last_ + 1 || is_full())) tell_first();
  }

  void finish() {
    while (!waiting_.empty()) tell_first();
  }

 private:
  struct Waiting {
    ExchangeLine exchange;
    std::size_t bytes;
  };

  bool is_full() const { return waiting_.size() > kReorderedMost || bytes_ > kReorderedBytesMost; }

  void tell_first() {
    const auto first = waiting_.extract(waiting_.begin());
    if (first.key() == last_) {
      throw BadLine("seq " + std::to_string(last_) + " stands in another line already");
    }
    bytes_ -= first.mapped().bytes;
    ++end_.exchanges;
    if (first.key() < last_) ++end_.late;
    last_ = std::max(last_, first.key());
    listener_.exchange(first.mapped().exchange);
  }

  const Listener& listener_;
  StreamEnd& end_;
  std::map<std::uint64_t, Waiting> waiting_;
  std::size_t bytes_ = 0;
  std::uint64_t last_ = 0;  ///< the highest that was told
};

/// Cuts what comes in pieces into lines.
class Cutter {
 public:
  /// `size` is that of the line that `lines` is told.
  Cutter(TranscriptLines& lines, std::size_t& size) : lines_(lines), size_(size) {}

  void take(std::string_view piece) {
    for (auto end = piece.find('\n'); end != piece.npos; end = piece.find('\n')) {
      begun_.append(piece.substr(0, end));
      size_ = begun_.size();
      lines_.line(begun_);
      begun_.clear();
      piece.remove_prefix(end + 1);
    }
    begun_.append(piece);
    // Too long already: refused without waiting for its end.
    if (begun_.size() > kLongestLine) lines_.line(begun_);
  }

  bool is_inside_a_line() const { return !begun_.empty(); }

 private:
  TranscriptLines& lines_;
  std::size_t& size_;
  std::string begun_;
};

}  // namespace

StreamEnd stream_transcript(std::istream& in, const std::string& name, const Listener& listener) {
  StreamEnd end;
  Window window(listener, end);
  std::size_t size = 0;
  TranscriptLines lines(
      name, {[&](const Header& header) { listener.header(header); },
             [&](ExchangeLine exchange, std::size_t) { window.put(std::move(exchange), size); }});
  Cutter cutter(lines, size);
  std::array<char, 64 * 1024> piece;
  do {
    in.read(piece.data(), piece.size());
    cutter.take({piece.data(), static_cast<std::size_t>(in.gcount())});
  } while (in);
  if (in.bad()) throw std::runtime_error("cannot read " + name);
  if (cutter.is_inside_a_line()) end.notes.push_back(cut_line_note(lines.count() + 1));
  lines.end();
  window.finish();
  if (!lines.footer()) end.notes.push_back(kNoFooterNote);
  return end;
}

StreamEnd stream_transcript(const std::filesystem::path& path, const Listener& listener) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    const int error = file ? EISDIR : errno;
    throw std::runtime_error("cannot read " + path.string() + ": " +
                             std::generic_category().message(error));
  }
  return stream_transcript(file, path.string(), listener);
}

}  // namespace stunt::recorder
