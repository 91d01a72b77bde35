// SPDX-License-Identifier: MIT
#include "recorder/transcript/file_lines.h"

#include <utility>

namespace stunt::recorder {

FileLines::FileLines(std::string name, std::function<void(const FileLine&)> told)
    : lines_(std::move(name), {[this](Header header) { line_.header = std::move(header); },
                               [this](ExchangeLine exchange, std::size_t) {
                                 line_.exchange = std::move(exchange);
                               }}),
      cutter_([this, told = std::move(told)](std::string_view text) {
        line_ = {text};
        lines_.line(text);
        told(line_);
      }) {}

}  // namespace stunt::recorder
