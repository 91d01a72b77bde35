// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Names come from clients and may hold anything; a report that they break is none.
namespace stunt::verdict::report {

/// One line of text that a terminal may be given: control characters, broken UTF-8 and what turns
/// the direction of writing are spelled out, "\x1b" for example.
std::string plain(std::string_view text);

/// plain(), as content or attribute of XML 1.0.
std::string xml(std::string_view text);

/// plain(), as a cell or a line of Markdown.
std::string markdown(std::string_view text);

/// In double quotes, as JSON and YAML have it. Broken UTF-8 is replaced.
std::string json_text(std::string_view text);

}  // namespace stunt::verdict::report
