// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/place.h"
#include "input/problem.h"
#include "input/scalar.h"

namespace stunt::input {

/// Nobody writes a larger file by hand.
constexpr std::size_t kMostBytes = 1024 * 1024;

struct Node;

struct Member {
  std::string name;
  Position at;  ///< of the name
  const Node* value;
};

/// One value of a document and where it stands.
struct Node {
  Scalar scalar;     ///< its kind; and its value, unless that is one of the three below
  Position at;       ///< of its first character; of the key, if nothing is written behind that
  std::string text;  ///< of a scalar: as written, without quotes and escapes
  std::vector<const Node*> items{};
  std::vector<Member> members{};  ///< in the order of the text, each name once
};

/// A file as a tree of values. An alias shares the node that it names.
class Document {
 public:
  const Node& root() const { return *root_; }

 private:
  friend class JsonReader;
  friend class TreeBuilder;

  std::deque<Node> nodes_;
  const Node* root_ = nullptr;
};

/// Reads YAML 1.2 (core schema, one document) or JSON. Strict where YAML lets mistakes pass:
/// duplicate keys, merge keys, foreign tags, keys that are no text, and aliases that add more than
/// 10,000 values or nest deeper than 64 are problems. Nothing is returned if there is no tree to go
/// on with; else there may still be problems.
/// A text of more than `most_bytes` is a problem.
std::optional<Document> parse_document(std::string_view text, Problems& problems,
                                       std::size_t most_bytes = kMostBytes);

/// Reads a text of one line that is a JSON document, as a line of JSON Lines is: fast enough for
/// millions of them, of any length. Positions are in line `number`.
std::optional<Document> parse_json_line(std::string_view text, int number, Problems& problems);

/// The same as parse_document() of a file; throws BadInput if there is any problem.
Document read_document(const std::filesystem::path& path);

}  // namespace stunt::input
