// SPDX-License-Identifier: MIT
#include "recorder/transcript/stream.h"

#include <algorithm>
#include <map>

#include "recorder/transcript/fields.h"
#include "recorder/transcript/line_cutter.h"
#include "recorder/transcript/pieces.h"
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

}  // namespace

struct TranscriptStream::Parts {
  Parts(const std::string& name, Listener listener_)
      : listener(std::move(listener_)),
        window(listener, end),
        lines(name, {[this](const Header& header) { listener.header(header); },
                     [this](ExchangeLine exchange, std::size_t) {
                       window.put(std::move(exchange), size);
                     },
                     listener.line}),
        cutter([this](std::string_view line) {
          size = line.size();
          lines.line(line);
        }) {}

  const Listener listener;
  StreamEnd end;
  Window window;
  std::size_t size = 0;  ///< of the line at hand
  TranscriptLines lines;
  LineCutter cutter;
};

TranscriptStream::TranscriptStream(const std::string& name, Listener listener)
    : parts_(std::make_unique<Parts>(name, std::move(listener))) {}

TranscriptStream::~TranscriptStream() = default;

void TranscriptStream::take(std::string_view piece) { parts_->cutter.take(piece); }

StreamEnd TranscriptStream::end() {
  auto& [listener, end, window, size, lines, cutter] = *parts_;
  if (cutter.is_inside_a_line()) end.notes.push_back(cut_line_note(lines.count() + 1));
  lines.end();
  window.finish();
  const auto& footer = lines.footer();
  if (footer && footer->dropped > 0) end.notes.push_back(dropped_note(footer->dropped));
  if (!footer) {
    end.notes.push_back(kNoFooterNote);
  } else if (footer->exchanges != end.exchanges) {
    end.notes.push_back(wrong_count_note(footer->exchanges, end.exchanges));
  }
  return end;
}

namespace {

StreamEnd stream_all(Pieces& pieces, const std::string& name, const Listener& listener) {
  TranscriptStream stream(name, listener);
  for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) stream.take(piece);
  return stream.end();
}

}  // namespace

StreamEnd stream_transcript(std::istream& in, const std::string& name, const Listener& listener) {
  Pieces pieces(in, name);
  return stream_all(pieces, name, listener);
}

StreamEnd stream_transcript(const std::filesystem::path& path, const Listener& listener) {
  Pieces pieces(path);
  return stream_all(pieces, path.string(), listener);
}

}  // namespace stunt::recorder
