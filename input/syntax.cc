// SPDX-License-Identifier: MIT
#include "input/syntax.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace stunt::input {
namespace {

struct Explanation {
  std::string_view begins;  ///< yaml-cpp's message
  std::string_view message;
  std::string_view hint;
};

namespace msg = YAML::ErrorMsg;

constexpr std::string_view kQuoteGlob =
    "a text that begins with '*', such as a glob, needs quotes: \"*\"";

const std::array kExplanations = {
    Explanation{msg::MAP_VALUE, "a ':' cannot stand here",
                "quote the text that it belongs to, or check the indentation"},
    Explanation{msg::MAP_KEY, "a '?' cannot stand here", "quote the text that it belongs to"},
    Explanation{msg::BLOCK_ENTRY, "a '-' cannot stand here", "begin the list on a line of its own"},
    Explanation{msg::END_OF_MAP, "this does not belong to the object before it",
                "check the indentation of this line"},
    Explanation{msg::END_OF_SEQ, "this does not belong to the list before it",
                "check the indentation of this line"},
    Explanation{msg::FLOW_END, "this bracket closes nothing", "remove it, or quote the text"},
    Explanation{msg::EOF_IN_SCALAR, "the file ends inside of a quoted text", "close the quotes"},
    Explanation{msg::DOC_IN_SCALAR, "the document ends inside of a quoted text",
                "close the quotes"},
    Explanation{msg::UNKNOWN_TOKEN, "this character cannot begin a value", "quote the text"},
    Explanation{msg::CHAR_IN_SCALAR, "this character cannot stand in a text without quotes",
                "quote the text"},
    Explanation{msg::TAB_IN_INDENTATION, "a tab cannot indent a line", "use spaces"},
    Explanation{msg::INVALID_ESCAPE, "this escape is unknown",
                "write \\\\ for a backslash, or use single quotes"},
    Explanation{msg::INVALID_HEX, "this escape is not hexadecimal",
                "write \\\\ for a backslash, or use single quotes"},
    Explanation{msg::INVALID_UNICODE, "this escape is no character",
                "write the character itself instead of a pair of escapes"},
    Explanation{msg::ALIAS_NOT_FOUND, "an alias has no name", kQuoteGlob},
    Explanation{msg::CHAR_IN_ALIAS, "this cannot be the name of an alias", kQuoteGlob},
    Explanation{msg::UNKNOWN_ANCHOR, "this alias names nothing that stands before it", kQuoteGlob},
    Explanation{msg::ANCHOR_NOT_FOUND, "an anchor has no name", "a text with '&' needs quotes"},
    Explanation{msg::CHAR_IN_ANCHOR, "this cannot be the name of an anchor",
                "a text with '&' needs quotes"},
};

/// A tab in the indentation confuses everything that follows; nothing else is worth telling.
std::optional<Position> indenting_tab(const SourceText& source, int line) {
  const auto text = source.line(line);
  const auto indentation = text.substr(0, std::min(text.find_first_not_of(" \t"), text.size()));
  const auto tab = indentation.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  return Position{line, static_cast<int>(tab) + 1};
}

}  // namespace

void explain(const YAML::Exception& error, const SourceText& source, std::optional<Position> open,
             Problems& problems) {
  const auto end = source.text().size();
  const auto offset = error.mark.pos < 0 ? end : static_cast<std::size_t>(error.mark.pos);
  const auto at = source.position(offset);
  const bool in_flow = error.msg == msg::END_OF_MAP_FLOW || error.msg == msg::END_OF_SEQ_FLOW;
  if (in_flow && open && offset >= end) {
    problems.add(*open, "", "this bracket is never closed", "close it");
    return;
  }
  if (in_flow) {
    problems.add(at, "", "a ',' or a closing bracket is missing before this",
                 open ? "the open bracket is in line " + std::to_string(open->line) : "");
    return;
  }
  if (const auto tab = indenting_tab(source, at.line)) {
    problems.add(*tab, "", "a tab cannot indent a line", "use spaces");
    return;
  }
  if (error.msg == msg::UNKNOWN_TOKEN && offset < end && source.text()[offset] == '?') {
    problems.add(at, "", "between brackets a text with '?' needs quotes", "quote the text");
    return;
  }
  for (const auto& [begins, message, hint] : kExplanations) {
    if (!error.msg.starts_with(begins)) continue;
    problems.add(at, "", std::string(message), std::string(hint));
    return;
  }
  problems.add(at, "", error.msg);
}

}  // namespace stunt::input
