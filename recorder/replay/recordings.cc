// SPDX-License-Identifier: MIT
#include "recorder/replay/recordings.h"

#include <algorithm>
#include <functional>
#include <future>
#include <optional>
#include <stdexcept>

#include "aws/arn.h"
#include "aws/outcome_kind.h"
#include "recorder/replay/line_scan.h"
#include "recorder/transcript/fields.h"
#include "recorder/transcript/read_line.h"
#include "recorder/transcript/reader.h"
#include "recorder/transcript/transcript_lines.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr std::uint64_t kThreads = 2;
constexpr std::size_t kPiece = std::size_t{4} << 20;

/// An exchange of which neither an answer nor its end is known cannot be replayed.
bool is_replayable(bool has_answer, aws::OutcomeKind outcome) {
  return has_answer || outcome >= aws::OutcomeKind::reset;
}

}  // namespace

std::uint32_t secret_hash(std::string_view secret_id) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(aws::secret_name(secret_id)));
}

/// A file that is in memory: every line is read and found right.
class Recordings::Whole {
 public:
  explicit Whole(Recordings& recordings)
      : recordings_(recordings),
        lines_(recordings.file_->name(),
               {[this](Header header) { recordings_.header_ = std::move(header); },
                [this](const ExchangeLine& line, std::size_t) { take(line); }}) {}

  void read(std::string_view text) {
    while (true) {
      length_ = text.substr(offset_).find('\n');
      if (length_ == text.npos) break;
      lines_.line(text.substr(offset_, length_));
      offset_ += length_ + 1;
    }
    lines_.end();
  }

 private:
  void take(const ExchangeLine& line) {
    if (!is_replayable(line.res || line.real, line.outcome)) return;
    auto recording = recordings_.recording_of(line);
    recording.offset = offset_;
    recording.length = static_cast<std::uint32_t>(length_);
    recordings_.all_.push_back(recording);
  }

  Recordings& recordings_;
  TranscriptLines lines_;
  std::size_t offset_ = 0, length_ = 0;
};

/// The lines that begin in a part of a long file.
class Recordings::Chunk {
 public:
  Chunk(const Recordings& recordings, std::uint64_t begin, std::uint64_t end)
      : recordings_(recordings), begin_(begin), end_(end) {}

  std::vector<Recording> read() {
    auto offset = begin_;  // of `bytes`
    std::string bytes;
    for (auto at = begin_; at < recordings_.file_->size();) {
      const auto size = std::min<std::uint64_t>(kPiece, recordings_.file_->size() - at);
      bytes.append(recordings_.file_->read(at, size));
      at += size;
      std::size_t begin = 0;
      for (auto lf = bytes.find('\n'); lf != bytes.npos; lf = bytes.find('\n', begin)) {
        if (offset + begin >= end_) return std::move(found_);
        take(std::string_view(bytes).substr(begin, lf - begin), offset + begin);
        begin = lf + 1;
      }
      bytes.erase(0, begin);
      offset += begin;
      if (bytes.size() > kLongestLine) refuse(offset, "the line is too long");
    }
    return std::move(found_);
  }

 private:
  void take(std::string_view line, std::uint64_t offset) {
    const auto scan = scan_line(line);
    if (scan && scan->kind == "event") return;
    if (scan && scan->kind == "footer") return;
    const auto outcome = scan ? aws::read_outcome_kind(scan->outcome) : std::nullopt;
    const bool scanned = outcome && scan->kind == "exchange" && scan->seq > 0;
    auto recording = scanned ? quickly(*scan, *outcome) : std::nullopt;
    if (!recording) recording = slowly(line, offset);
    if (recording->length == kNone) return;
    recording->offset = offset;
    recording->length = static_cast<std::uint32_t>(line.size());
    found_.push_back(*recording);
  }

  /// Nothing if a JSON parser has to look.
  std::optional<Recording> quickly(const LineScan& scan, aws::OutcomeKind outcome) const {
    Recording recording;
    if (!is_replayable(scan.has_answer, outcome)) {
      recording.length = kNone;
      return recording;
    }
    const auto* operation = recordings_.service_.operation(scan.operation);
    recording.seq = scan.seq;
    recording.secret = secret_hash(scan.secret_id);
    recording.operation = recordings_.operation_number(operation);
    recording.has_secrets = scan.request.find(kPseudonymBegin) != scan.request.npos;
    if (recordings_.matching_.is_usual()) recording.key = short_key(scan.canonical);
    if (recording.key != ShortKey{}) return recording;
    const auto text = scan_body(scan.request);
    auto body = text.empty() ? Json() : aws::parse_json(text);
    if (!body) return std::nullopt;
    recording.key =
        recordings_.matching_.request(operation, *std::move(body), scan.access_key_id, scan.region)
            .key;
    return recording;
  }

  Recording slowly(std::string_view line, std::uint64_t offset) const {
    const auto json = aws::parse_json(line);
    if (!json) refuse(offset, "not JSON");
    try {
      if (aws::text_member(*json, "kind") != "exchange") {
        throw BadLine("/kind is not exchange, event or footer");
      }
      const auto exchange = read_exchange(*json);
      Recording recording;
      if (!is_replayable(exchange.res || exchange.real, exchange.outcome)) {
        recording.length = kNone;
        return recording;
      }
      return recordings_.recording_of(exchange);
    } catch (const BadLine& bad) {
      refuse(offset, bad.what());
    }
  }

  [[noreturn]] void refuse(std::uint64_t offset, const std::string& what) const {
    throw BadTranscript(recordings_.place_of(offset) + ": " + what);
  }

  /// The length of what cannot be replayed.
  static constexpr auto kNone = ~std::uint32_t{0};

  const Recordings& recordings_;
  const std::uint64_t begin_, end_;
  std::vector<Recording> found_;
};

Recordings::Recordings(RecordingFile file, const aws::ServiceModel& service,
                       const Matching& matching)
    : file_(std::move(file)), service_(service), matching_(matching) {
  if (file_->is_in_memory()) {
    Whole(*this).read(file_->text());
    sort();
    return;
  }
  const auto first = file_->first_line();
  TranscriptLines lines(file_->name(),
                        {[this](Header header) { header_ = std::move(header); }, {}});
  lines.line(first);

  const auto begin = first.size() + 1;
  const auto part = (file_->size() - begin) / kThreads + 1;
  std::vector<std::future<std::vector<Recording>>> parts;
  for (auto at = begin; at < file_->size(); at += part) {
    parts.push_back(std::async(std::launch::async, [this, at, part, begin] {
      // The line that begins before a part belongs to the part before.
      const auto from = at == begin ? at : line_behind(at - 1);
      return Chunk(*this, from, at + part).read();
    }));
  }
  for (auto& found : parts) {
    const auto more = found.get();
    all_.insert(all_.end(), more.begin(), more.end());
  }
  sort();
}

std::uint64_t Recordings::line_behind(std::uint64_t offset) const {
  while (offset < file_->size()) {
    const auto bytes =
        file_->read(offset, std::min<std::uint64_t>(64 * 1024, file_->size() - offset));
    const auto lf = bytes.find('\n');
    if (lf != bytes.npos) return offset + lf + 1;
    offset += bytes.size();
  }
  return offset;
}

Recordings::Recordings(Transcript transcript, std::vector<Json> bodies,
                       const aws::ServiceModel& service, const Matching& matching)
    : lines_(std::move(transcript.exchanges)),
      bodies_(std::move(bodies)),
      service_(service),
      matching_(matching),
      header_(std::move(transcript.header)) {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!is_replayable(lines_[i].res || lines_[i].real, lines_[i].outcome)) continue;
    all_.push_back(recording_of(lines_[i]));
    all_.back().offset = i;
  }
}

Recording Recordings::recording_of(const ExchangeLine& line) const {
  const auto request = this->request(line);
  Recording recording;
  recording.key = request.key;
  recording.seq = line.seq;
  recording.secret = secret_hash(line.key.secret_id);
  recording.operation = operation_number(operation_of(line, service_));
  recording.has_secrets = !request.pseudonyms.empty();
  return recording;
}

const Json& Recordings::body_of(const ExchangeLine& line) const {
  static const Json kNone;
  if (file_) return line.req.body.json ? *line.req.body.json : kNone;
  const auto found =
      std::lower_bound(lines_.begin(), lines_.end(), line.seq,
                       [](const ExchangeLine& one, std::uint64_t seq) { return one.seq < seq; });
  return bodies_[static_cast<std::size_t>(found - lines_.begin())];
}

void Recordings::sort() {
  std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; });
  const auto twice = std::adjacent_find(
      all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a.seq == b.seq; });
  if (twice == all_.end()) return;
  const auto [first, second] = std::minmax(twice->offset, twice[1].offset);
  throw BadTranscript(place_of(second) + ": seq " + std::to_string(twice->seq) +
                      " stands in another line already: " + place_of(first));
}

ExchangeLine Recordings::read(const Recording& recording) const {
  if (!file_) return lines_[recording.offset];
  const auto changed = [&](const std::string& what) {
    return RecordingLost(file_->name() + " has changed: what was seq " +
                         std::to_string(recording.seq) + " at byte " +
                         std::to_string(recording.offset) + " " + what);
  };
  const auto json = aws::parse_json(file_->read(recording.offset, recording.length));
  if (!json) throw changed("is not JSON");
  try {
    auto line = read_exchange(*json);
    if (line.seq != recording.seq) throw changed("is another exchange");
    return line;
  } catch (const BadLine& bad) {
    throw changed(std::string("is broken: ") + bad.what());
  }
}

Matching::Request Recordings::request(const ExchangeLine& line) const {
  return matching_.request(operation_of(line, service_), body_of(line), line.key.access_key_id,
                           line.key.region, other_name(line.service, line.op.value_or("")));
}

std::uint16_t Recordings::operation_number(const aws::OperationModel* operation) const {
  return operation ? static_cast<std::uint16_t>(operation - service_.operations.data() + 1) : 0;
}

std::string Recordings::operation_name(const Recording& recording) const {
  if (recording.operation == 0) return {};
  return std::string(service_.operations[recording.operation - 1u].name);
}

/// FILE:LINE
std::string Recordings::place_of(std::uint64_t offset) const {
  std::uint64_t line = 1;
  for (std::uint64_t at = 0; at < offset;) {
    const auto bytes = file_->read(at, std::min<std::uint64_t>(kPiece, offset - at));
    line += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    at += bytes.size();
  }
  return file_->name() + ":" + std::to_string(line);
}

}  // namespace stunt::recorder
