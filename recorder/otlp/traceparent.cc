// SPDX-License-Identifier: MIT
#include "recorder/otlp/traceparent.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kSize = 55;  // VV-TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT-SSSSSSSSSSSSSSSS-FF

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_id(std::string_view text) {
  return is_hex(text) && text.find_first_not_of('0') != text.npos;
}

}  // namespace

std::optional<TraceParent> read_traceparent(std::string_view header) {
  if (header.size() < kSize || header[2] != '-' || header[35] != '-' || header[52] != '-') {
    return std::nullopt;
  }
  const auto version = header.substr(0, 2);
  const auto trace = header.substr(3, 32), span = header.substr(36, 16);
  const auto flags = header.substr(53, 2);
  if (!is_hex(version) || version == "ff" || !is_id(trace) || !is_id(span) || !is_hex(flags)) {
    return std::nullopt;
  }
  const bool ends = header.size() == kSize;
  if (!ends && (version == "00" || header[kSize] != '-')) return std::nullopt;
  const bool sampled = std::string_view("13579bdf").find(flags[1]) != std::string_view::npos;
  return TraceParent{std::string(trace), std::string(span), sampled};
}

}  // namespace stunt::recorder
