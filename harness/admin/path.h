// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::harness::admin {

/// What stands in a path where a template has {…}, decoded: {"a b"} of "/rules/a%20b" for
/// "/rules/{id}". A {…} is not empty and has no slash, unless encoded. Nothing if it does not fit.
std::optional<std::vector<std::string>> match_path(std::string_view path_template,
                                                   std::string_view path);

/// {"id"} of "/rules/{id}".
std::vector<std::string> names_in(std::string_view path_template);

/// The parameters of "a=1&b=x+y", decoded; of one that is there twice the last.
std::map<std::string, std::string, std::less<>> read_query(std::string_view query);

}  // namespace stunt::harness::admin
