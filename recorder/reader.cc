// SPDX-License-Identifier: MIT
#include "recorder/reader.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unordered_map>

#include "recorder/digest.h"
#include "recorder/read_line.h"
#include "recorder/write_line.h"

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
  }
  return 0;
}

class Reading {
 public:
  explicit Reading(std::string name) : name_(std::move(name)) {}

  void line(std::string_view line) {
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

  void cut_line() {
    transcript_.notes.push_back("the last line is cut off and is not shown: line " +
                                std::to_string(number_ + 1));
  }

  Transcript finish() {
    if (number_ == 0) {
      ++number_;
      refuse(" this is no transcript: it has no line");
    }
    auto& [header, exchanges, footer, notes] = transcript_;
    std::stable_sort(exchanges.begin(), exchanges.end(),
                     [](const auto& a, const auto& b) { return a.seq < b.seq; });
    if (!footer) {
      notes.push_back("the recording ended early: the file has no footer");
    } else if (footer->exchanges != exchanges.size()) {
      notes.push_back("the footer counts " + std::to_string(footer->exchanges) +
                      " exchanges, the file has " + std::to_string(exchanges.size()));
    } else if (footer->digest != digest()) {
      notes.push_back("the digest in the footer is another: the file was changed");
    }
    return std::move(transcript_);
  }

 private:
  void take(const Json& json) {
    if (number_ == 1) {
      transcript_.header = read_header(json);
      return;
    }
    const auto kind = aws::text_member(json, "kind");
    if (transcript_.footer) throw BadLine("there is a line behind the footer");
    if (kind == "exchange") {
      take_exchange(read_exchange(json));
    } else if (kind == "footer") {
      transcript_.footer = read_footer(json);
    } else if (kind != "event") {
      throw BadLine("/kind is not exchange, event or footer");
    }
  }

  void take_exchange(ExchangeLine exchange) {
    const auto [first, is_new] = lines_.emplace(exchange.seq, number_);
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

  [[noreturn]] void refuse_json(std::string_view line) const {
    const auto byte = wrong_byte(line);
    if (byte == 0) refuse(" JSON that is nested too deep, or an object of too many members");
    refuse(std::to_string(byte) + ": not JSON from here on");
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw BadTranscript(name_ + ":" + std::to_string(number_) + ":" + what);
  }

  const std::string name_;
  std::size_t number_ = 0;
  Transcript transcript_;
  std::unordered_map<std::uint64_t, std::size_t> lines_;  ///< by seq
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
