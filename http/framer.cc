// SPDX-License-Identifier: MIT
#include "http/framer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "http/ascii.h"
#include "http/field.h"

namespace stunt::http {
namespace {

constexpr std::string_view kCrlf = "\r\n";
constexpr std::size_t kFieldsMax = 256;
constexpr std::size_t kChunkLineMax = 256;

bool is_target(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F;
  });
}

/// The whole text as a number; nothing else may stand in it.
std::optional<std::uint64_t> number(std::string_view text, int base) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "http://host/path" as a proxy gets it, as "/path".
std::string_view origin_form(std::string_view target) {
  const auto scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const auto slash = target.find('/', scheme + 3);
  return slash == std::string_view::npos ? "/" : target.substr(slash);
}

/// What Pistache's parser can tell apart.
constexpr std::array<std::string_view, 9> kMethods = {
    "POST", "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"};

}  // namespace

Framer::Next Framer::next() {
  if (refusal_) return Next::refused;
  while (step_ != Step::done) {
    bool ready = false;
    switch (step_) {
      case Step::head:
        ready = read_head();
        break;
      case Step::sized_body:
        ready = read_sized_body();
        break;
      case Step::chunk_size:
        ready = read_chunk_size();
        break;
      case Step::chunk_data:
        ready = read_chunk_data();
        break;
      case Step::trailers:
        ready = read_trailers();
        break;
      case Step::done:
        break;
    }
    if (refusal_) return Next::refused;
    if (!ready) {
      compact();
      return Next::more;
    }
  }
  return Next::frame;
}

Frame Framer::take_frame() {
  // Not each time: many small requests may have come at once.
  if (consumed_ >= buffered()) compact();
  scanned_ = consumed_;
  step_ = Step::head;
  content_length_.reset();
  chunked_ = has_host_ = closes_ = expects_continue_ = false;
  trailer_bytes_ = 0;
  return std::exchange(frame_, Frame());
}

bool Framer::take_continue() {
  const bool waiting = step_ != Step::head && step_ != Step::done && buffered() == 0;
  return expects_continue_ && waiting ? (expects_continue_ = false, true) : false;
}

Framer::Next Framer::refuse(int status, std::string reason) {
  if (!refusal_) refusal_ = Refusal{status, std::move(reason)};
  return Next::refused;
}

bool Framer::read_head() {
  // A client may send empty lines between requests (RFC 9112, 2.2).
  while (consumed_ < buffer_.size() && (buffer_[consumed_] == '\r' || buffer_[consumed_] == '\n')) {
    ++consumed_;
  }
  if (consumed_ == buffer_.size()) return false;
  if (buffer_[consumed_] == 0x16) {
    refuse(400, "This is plain HTTP, and that looks like TLS: use an http:// endpoint.");
    return false;
  }
  if (!is_token_char(buffer_[consumed_])) {
    refuse(400, "This is not the beginning of an HTTP request.");
    return false;
  }

  // The head ends at an empty line; every line ends in CR LF.
  scanned_ = std::max(scanned_, consumed_);
  std::size_t end = std::string::npos;
  for (auto lf = buffer_.find('\n', scanned_); lf != std::string::npos;
       lf = buffer_.find('\n', lf + 1)) {
    if (lf - consumed_ >= limits_.head_bytes) break;
    if (lf == consumed_ || buffer_[lf - 1] != '\r') {
      refuse(400, "A line of the head does not end in CR LF.");
      return false;
    }
    if (lf >= consumed_ + 3 && buffer_[lf - 2] == '\n') {
      end = lf + 1;
      break;
    }
    scanned_ = lf + 1;
  }
  const auto size = (end == std::string::npos ? buffer_.size() : end) - consumed_;
  if (size > limits_.head_bytes) {
    refuse(431,
           "The request's head is larger than " + std::to_string(limits_.head_bytes) + " bytes.");
    return false;
  }
  if (end == std::string::npos) return false;

  std::string_view head(buffer_.data() + consumed_, size - kCrlf.size());
  auto line_end = head.find(kCrlf);
  if (!read_request_line(head.substr(0, line_end))) return false;
  for (head.remove_prefix(line_end + 2); !head.empty(); head.remove_prefix(line_end + 2)) {
    line_end = head.find(kCrlf);
    if (!read_field(head.substr(0, line_end))) return false;
  }
  consumed_ = end;
  return decide_body();
}

bool Framer::read_request_line(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    refuse(400, "The request line is not METHOD TARGET HTTP/1.1.");
    return false;
  }
  const auto method = line.substr(0, first);
  const auto target = line.substr(first + 1, last - first - 1);
  const auto version = line.substr(last + 1);
  if (!is_token(method) || target.empty() || !is_target(target)) {
    refuse(400, "The request line is not METHOD TARGET HTTP/1.1.");
    return false;
  }
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    const bool other = version.starts_with("HTTP/") && version.size() == 8;
    refuse(other ? 505 : 400, "The request line does not end in HTTP/1.1 or HTTP/1.0.");
    return false;
  }
  if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
    refuse(501, "This server does not know the method.");
    return false;
  }
  frame_.method = method;
  frame_.target = origin_form(target);
  frame_.http_1_0 = version == "HTTP/1.0";
  frame_.keep_alive = !frame_.http_1_0;
  return true;
}

bool Framer::read_field(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    refuse(400, "A header line is not NAME: VALUE.");
    return false;
  }
  const auto name = line.substr(0, colon);
  const auto value = trimmed(line.substr(colon + 1));
  if (!is_field_value(value)) {
    refuse(400, "A header's value has a control character in it.");
    return false;
  }
  if (frame_.headers.size() == kFieldsMax) {
    refuse(431, "The request has more than " + std::to_string(kFieldsMax) + " headers.");
    return false;
  }
  frame_.headers.add(std::string(name), std::string(value));
  return read_known_field(name, value);
}

bool Framer::read_known_field(std::string_view name, std::string_view value) {
  if (same_name(name, "content-length")) {
    constexpr std::uint64_t kTooLong = ~0ULL;
    if (value.empty() || value.find_first_not_of("0123456789") != std::string_view::npos) {
      refuse(400, "Content-Length is not a number.");
      return false;
    }
    const auto length = number(value, 10).value_or(kTooLong);
    if (content_length_ && *content_length_ != length) {
      refuse(400, "Two Content-Length headers contradict each other.");
    } else if (length > limits_.body_bytes) {
      refuse(413, "The body is larger than " + std::to_string(limits_.body_bytes) + " bytes.");
    }
    content_length_ = length;
  } else if (same_name(name, "transfer-encoding")) {
    if (!same_name(value, "chunked") || chunked_) {
      refuse(501, "Transfer-Encoding other than one \"chunked\" is not supported.");
    } else if (frame_.http_1_0) {
      refuse(400, "HTTP/1.0 has no Transfer-Encoding.");
    }
    chunked_ = true;
  } else if (same_name(name, "connection")) {
    for (auto options = value; !options.empty();) {
      const auto comma = options.find(',');
      const auto option = trimmed(options.substr(0, comma));
      if (same_name(option, "close")) closes_ = true;
      if (same_name(option, "keep-alive")) frame_.keep_alive = true;
      options = comma == std::string_view::npos ? std::string_view() : options.substr(comma + 1);
    }
  } else if (same_name(name, "expect")) {
    if (!same_name(value, "100-continue")) refuse(400, "Expect other than 100-continue.");
    expects_continue_ = !frame_.http_1_0;
  } else if (same_name(name, "host")) {
    if (has_host_) refuse(400, "Two Host headers.");
    has_host_ = true;
  }
  return !refusal_;
}

bool Framer::decide_body() {
  if (!has_host_ && !frame_.http_1_0) {
    refuse(400, "The Host header is missing.");
    return false;
  }
  if (chunked_ && content_length_) {
    refuse(400, "Content-Length and Transfer-Encoding contradict each other.");
    return false;
  }
  if (closes_) frame_.keep_alive = false;
  step_ = chunked_ ? Step::chunk_size : content_length_.value_or(0) ? Step::sized_body : Step::done;
  return true;
}

bool Framer::read_sized_body() {
  const auto size = static_cast<std::size_t>(*content_length_);
  if (buffered() < size) return false;
  frame_.body.assign(buffer_, consumed_, size);
  consumed_ += size;
  step_ = Step::done;
  return true;
}

bool Framer::read_chunk_size() {
  const auto end = buffer_.find(kCrlf, consumed_);
  if (line_size(end) > kChunkLineMax) {
    refuse(400, "A chunk's size line is too long.");
    return false;
  }
  if (end == std::string::npos) return false;
  const std::string_view line(buffer_.data() + consumed_, end - consumed_);
  const auto digits = trimmed(line.substr(0, line.find(';')));
  const auto size = digits.starts_with('-') ? std::nullopt : number(digits, 16);
  if (!size) {
    refuse(400, "A chunk's size is not a hexadecimal number.");
    return false;
  }
  if (*size > limits_.body_bytes - frame_.body.size()) {
    refuse(413, "The body is larger than " + std::to_string(limits_.body_bytes) + " bytes.");
    return false;
  }
  consumed_ = end + kCrlf.size();
  chunk_left_ = *size;
  step_ = *size ? Step::chunk_data : Step::trailers;
  return true;
}

bool Framer::read_chunk_data() {
  const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(chunk_left_, buffered()));
  frame_.body.append(buffer_, consumed_, take);
  consumed_ += take;
  chunk_left_ -= take;
  if (chunk_left_ > 0 || buffered() < kCrlf.size()) return false;
  if (buffer_.compare(consumed_, kCrlf.size(), kCrlf) != 0) {
    refuse(400, "A chunk is not followed by CR LF.");
    return false;
  }
  consumed_ += kCrlf.size();
  step_ = Step::chunk_size;
  return true;
}

bool Framer::read_trailers() {
  const auto end = buffer_.find(kCrlf, consumed_);
  const auto size = line_size(end);
  if (trailer_bytes_ + size > limits_.head_bytes) {
    refuse(431, "The trailers are too large.");
    return false;
  }
  if (end == std::string::npos) return false;
  trailer_bytes_ += size + kCrlf.size();
  consumed_ = end + kCrlf.size();
  if (size == 0) step_ = Step::done;
  return true;
}

/// The size of the line that ends at `end`; without an end, of what has come of it. A CR that came
/// last may be half of the line's end.
std::size_t Framer::line_size(std::size_t end) const {
  if (end != std::string::npos) return end - consumed_;
  return buffered() - (buffered() > 0 && buffer_.back() == '\r' ? 1 : 0);
}

void Framer::compact() {
  if (consumed_ == 0) return;
  buffer_.erase(0, consumed_);
  scanned_ -= std::min(scanned_, consumed_);
  consumed_ = 0;
  if (buffer_.empty() && buffer_.capacity() > 4096) buffer_.shrink_to_fit();
}

}  // namespace stunt::http
