// SPDX-License-Identifier: MIT
#include "recorder/replay/line_scan.h"

#include <charconv>
#include <cstring>

namespace stunt::recorder {
namespace {

/// Walks the members of one JSON object.
class Members {
 public:
  explicit Members(std::string_view object) : at_(object.data()), end_(at_ + object.size()) {
    if (at_ == end_ || *at_ != '{') {
      fail();
    } else {
      ++at_;
    }
  }

  /// The next member; false behind the last, and if something is wrong.
  bool next() {
    blanks();
    if (failed_ || at_ == end_) return fail();
    if (*at_ == '}') {
      ++at_;
      blanks();
      ended_ = at_ == end_;
      return false;
    }
    if (*at_ == ',' && has_begun_) {
      ++at_;
      blanks();
    }
    has_begun_ = true;
    const char* begin = at_;
    if (!text()) return fail();
    name_ = {begin + 1, static_cast<std::size_t>(at_ - begin - 2)};
    blanks();
    if (at_ == end_ || *at_ != ':') return fail();
    ++at_;
    blanks();
    begin = at_;
    if (!value()) return fail();
    value_ = {begin, static_cast<std::size_t>(at_ - begin)};
    return true;
  }

  std::string_view name() const { return name_; }
  std::string_view value_text() const { return value_; }

  /// The object was read to its end, and nothing stands behind.
  bool is_whole() const { return ended_ && !failed_; }

 private:
  bool fail() {
    failed_ = true;
    return false;
  }

  void blanks() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
  }

  /// Over a string, from its first quote.
  bool text() {
    if (at_ == end_ || *at_ != '"') return false;
    for (++at_; at_ < end_;) {
      const auto* quote =
          static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
      if (!quote) return false;
      const auto* before = quote;
      while (before > at_ && before[-1] == '\\') --before;
      at_ = quote + 1;
      if ((quote - before) % 2 == 0) return true;
    }
    return false;
  }

  bool value() {
    if (at_ == end_) return false;
    if (*at_ == '"') return text();
    if (*at_ != '{' && *at_ != '[') {
      while (at_ < end_ && *at_ != ',' && *at_ != '}' && *at_ != ']') ++at_;
      return at_ < end_;
    }
    std::size_t depth = 0;
    while (at_ < end_) {
      switch (*at_) {
        case '"':
          if (!text()) return false;
          continue;
        case '{':
        case '[':
          ++depth;
          break;
        case '}':
        case ']':
          if (--depth == 0) {
            ++at_;
            return true;
          }
          break;
        default:
          break;
      }
      ++at_;
    }
    return false;
  }

  const char* at_;
  const char* const end_;
  std::string_view name_, value_;
  bool has_begun_ = false;
  bool failed_ = false;
  bool ended_ = false;
};

/// A string that needs no reading. Null and absence are empty.
bool plain(std::string_view value, std::string_view& text) {
  if (value == "null") return true;
  if (value.size() < 2 || value.front() != '"') return false;
  text = value.substr(1, value.size() - 2);
  return text.find('\\') == std::string_view::npos;
}

bool number(std::string_view value, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size();
}

bool read_key(std::string_view object, LineScan& scan) {
  Members members(object);
  bool good = true;
  while (members.next()) {
    const auto name = members.name(), value = members.value_text();
    if (name == "secretId") good = good && plain(value, scan.secret_id);
    if (name == "accessKeyId") good = good && plain(value, scan.access_key_id);
    if (name == "region") good = good && plain(value, scan.region);
    if (name == "canonical") good = good && plain(value, scan.canonical);
  }
  return good && members.is_whole();
}

bool read_member(std::string_view name, std::string_view value, LineScan& scan) {
  if (name == "kind") return plain(value, scan.kind);
  if (name == "seq") return number(value, scan.seq);
  if (name == "op") return plain(value, scan.operation);
  if (name == "service") return false;
  if (name == "key") return read_key(value, scan);
  if (name == "outcome") return plain(value, scan.outcome);
  if (name == "req") scan.request = value;
  if (name == "res" || name == "real") scan.has_answer = scan.has_answer || value != "null";
  return true;
}

}  // namespace

std::optional<LineScan> scan_line(std::string_view line) {
  LineScan scan;
  Members members(line);
  while (members.next()) {
    if (!read_member(members.name(), members.value_text(), scan)) return std::nullopt;
  }
  if (!members.is_whole()) return std::nullopt;
  return scan;
}

std::string_view scan_body(std::string_view object) {
  Members members(object);
  while (members.next()) {
    if (members.name() == "json" && members.value_text() != "null") return members.value_text();
  }
  return {};
}

}  // namespace stunt::recorder
