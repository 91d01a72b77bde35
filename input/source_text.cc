// SPDX-License-Identifier: MIT
#include "input/source_text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "input/utf8.h"

namespace stunt::input {
namespace {

/// Bytes between two counts of characters.
constexpr std::size_t kBlock = 256;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

std::string hex(char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  return {'0', 'x', kHex[byte >> 4], kHex[byte & 0xF]};
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string too_large(std::size_t most) {
  return "is larger than " + std::to_string(most / 1024) + " KiB";
}

}  // namespace

std::optional<std::string> read_text(const std::filesystem::path& path, Problems& problems) {
  std::error_code unknown;
  if (std::filesystem::is_directory(path, unknown)) {
    problems.add("is a directory", "name a file in it");
    return std::nullopt;
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    problems.add(std::string("cannot be read: ") + std::strerror(errno ? errno : EIO));
    return std::nullopt;
  }
  std::string text(kMostBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

SourceText::SourceText(std::string_view text) : text_(text), line_starts_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
  std::size_t characters = 0;
  for (std::size_t block = 0; block <= text_.size(); block += kBlock) {
    characters_.push_back(characters);
    characters += count_characters(std::string_view(text_).substr(block, kBlock));
  }
}

std::optional<SourceText> SourceText::check(std::string_view text, Problems& problems,
                                            std::size_t most_bytes) {
  if (text.size() > most_bytes) {
    problems.add(too_large(most_bytes), "nothing that a person writes needs to be");
    return std::nullopt;
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  SourceText source(text);
  for (std::size_t i = 0; i < text.size();) {
    const auto size = character_size(text.substr(i));
    if (size == 0) {
      problems.add(source.position(i), "", "byte " + hex(text[i]) + " is not UTF-8",
                   "save the file as UTF-8");
      return std::nullopt;
    }
    if (is_control(text[i])) {
      problems.add(source.position(i), "", "control character " + hex(text[i]),
                   "remove it, or write it as an escape in double quotes");
      return std::nullopt;
    }
    i += size;
  }
  return source;
}

std::size_t SourceText::characters_before(std::size_t offset) const {
  const auto block = offset / kBlock;
  return characters_[block] +
         count_characters(std::string_view(text_).substr(block * kBlock, offset % kBlock));
}

Position SourceText::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto column = characters_before(offset) - characters_before(*(after - 1)) + 1;
  return {static_cast<int>(after - line_starts_.begin()), static_cast<int>(column)};
}

Position SourceText::last_content(std::size_t from, std::size_t to) const {
  to = std::min(to, text_.size());
  from = std::min(from, to);
  auto text = std::string_view(text_).substr(from, to - from);
  for (;;) {
    const auto end = text.find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos) return position(from);
    text = text.substr(0, end + 1);
    auto comment = text.find('#', text.rfind('\n') + 1);  // npos + 1 is 0
    while (comment != std::string_view::npos && comment > 0 && text[comment - 1] > ' ') {
      comment = text.find('#', comment + 1);
    }
    if (comment == std::string_view::npos) return position(from + end);
    text = text.substr(0, comment);
  }
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > line_starts_.size()) return {};
  const auto start = line_starts_[static_cast<std::size_t>(number) - 1];
  return std::string_view(text_).substr(start, text_.find('\n', start) - start);
}

}  // namespace stunt::input
