// SPDX-License-Identifier: MIT
#include "recorder/transcript/transcript_lines.h"

#include "recorder/transcript/read_line.h"
#include "recorder/transcript/reader.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// The first byte that is wrong, 1 for the line's first; 0 if it is JSON and only too much of it.
std::size_t wrong_byte(std::string_view line) {
  const auto keep_nothing = [](int, Json::parse_event_t, Json&) { return false; };
  try {
    [[maybe_unused]] const Json nothing = Json::parse(line, keep_nothing);
  } catch (const Json::parse_error& error) {
    return error.byte;
  } catch (const Json::out_of_range&) {
    // A number that no double holds; where it stands is not told.
  }
  return 0;
}

}  // namespace

void TranscriptLines::line(std::string_view line) {
  ++number_;
  if (line.size() > kLongestLine) {
    refuse(" longer than " + std::to_string(kLongestLine) + " bytes");
  }
  const auto json = aws::parse_json(line);
  if (!json) refuse_json(line);
  try {
    take(*json);
  } catch (const BadLine& bad) {
    refuse(std::string(" ") + bad.what());
  }
}

void TranscriptLines::end() {
  if (number_ > 0) return;
  ++number_;
  refuse(" this is no transcript: it has no line");
}

void TranscriptLines::take(const Json& json) {
  if (told_.line) told_.line(json, number_);
  if (number_ == 1) {
    told_.header(read_header(json));
    return;
  }
  const auto kind = aws::text_member(json, "kind");
  if (footer_) throw BadLine("there is a line behind the footer");
  if (kind == "exchange") {
    auto exchange = read_exchange(json);
    exchange.line = number_;
    told_.exchange(std::move(exchange), number_);
  } else if (kind == "footer") {
    footer_ = read_footer(json);
  } else if (kind != "event") {
    throw BadLine("/kind is not exchange, event or footer");
  }
}

void TranscriptLines::refuse_json(std::string_view line) const {
  const auto byte = wrong_byte(line);
  if (byte == 0) {
    refuse(" JSON that is nested too deep, an object of too many members, or too large a number");
  }
  refuse(std::to_string(byte) + ": not JSON from here on");
}

void TranscriptLines::refuse(const std::string& what) const {
  throw BadTranscript(name_ + ":" + std::to_string(number_) + ":" + what);
}

std::string cut_line_note(std::size_t line) {
  return "the last line is cut off and is not shown: line " + std::to_string(line);
}

std::string dropped_note(std::uint64_t dropped) {
  return std::to_string(dropped) + (dropped == 1 ? " exchange is" : " exchanges are") +
         " missing: the recording could not keep up and was told to drop them";
}

std::string wrong_count_note(std::uint64_t footer, std::uint64_t file) {
  return "the footer counts " + std::to_string(footer) + " exchanges, the file has " +
         std::to_string(file);
}

}  // namespace stunt::recorder
