// SPDX-License-Identifier: MIT
#include "harness/admin/path.h"

#include <algorithm>

#include "aws/sigv4/percent.h"

namespace stunt::harness::admin {

std::optional<std::vector<std::string>> match_path(std::string_view path_template,
                                                   std::string_view path) {
  std::vector<std::string> found;
  for (;;) {
    const auto open = path_template.find('{');
    if (open == path_template.npos) break;
    if (path.substr(0, open) != path_template.substr(0, open)) return std::nullopt;
    path.remove_prefix(open);
    path_template.remove_prefix(path_template.find('}') + 1);
    const auto argument = path.substr(0, path.find('/'));
    if (argument.empty()) return std::nullopt;
    found.push_back(aws::percent_decoded(argument));
    path.remove_prefix(argument.size());
  }
  if (path != path_template) return std::nullopt;
  return found;
}

std::vector<std::string> names_in(std::string_view path_template) {
  std::vector<std::string> names;
  for (auto open = path_template.find('{'); open != path_template.npos;
       open = path_template.find('{', open + 1)) {
    const auto end = path_template.find('}', open);
    names.emplace_back(path_template.substr(open + 1, end - open - 1));
  }
  return names;
}

std::map<std::string, std::string, std::less<>> read_query(std::string_view query) {
  const auto decoded = [](std::string_view text) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '+', ' ');
    return aws::percent_decoded(plain);
  };
  std::map<std::string, std::string, std::less<>> parameters;
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    parameters[decoded(pair.substr(0, equals))] =
        equals == pair.npos ? "" : decoded(pair.substr(equals + 1));
  }
  return parameters;
}

}  // namespace stunt::harness::admin
