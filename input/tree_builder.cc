// SPDX-License-Identifier: MIT
#include "input/tree_builder.h"

#include <algorithm>
#include <utility>

#include "input/quote.h"

namespace stunt::input {
namespace {

constexpr std::string_view kCoreTag = "tag:yaml.org,2002:";

/// yaml-cpp's names for "no tag": of a plain scalar or a collection, and of a quoted scalar.
constexpr std::string_view kPlain = "?", kQuoted = "!";

std::string shown(std::string_view tag) {
  return tag.starts_with(kCoreTag) ? quote("!!" + std::string(tag.substr(kCoreTag.size())))
                                   : quote(tag);
}

std::size_t offset_of(const YAML::Mark& mark) {
  return static_cast<std::size_t>(std::max(mark.pos, 0));
}

std::string_view noun(Kind kind) { return kind == Kind::list ? "a list" : "an object"; }

}  // namespace

std::optional<Document> TreeBuilder::take() {
  if (!document_.root_) return std::nullopt;
  return std::move(document_);
}

std::optional<Position> TreeBuilder::innermost_open() const {
  if (open_.empty()) return std::nullopt;
  return open_.back().tree.node->at;
}

Position TreeBuilder::position(const YAML::Mark& mark) {
  told_ = offset_of(mark);
  return source_.position(told_);
}

bool TreeBuilder::is_written_null(const YAML::Mark& mark) const {
  const auto offset = offset_of(mark);
  const auto& text = source_.text();
  return offset < text.size() && std::string_view("~nN").find(text[offset]) != std::string::npos;
}

bool TreeBuilder::awaits_key() const {
  return !open_.empty() && open_.back().tree.node->scalar.kind == Kind::object &&
         !open_.back().awaits_value;
}

void TreeBuilder::stop(Position at, std::string message, std::string hint) {
  problems_.add(at, "", std::move(message), std::move(hint));
  throw Stop();
}

Node* TreeBuilder::make(Position at, Scalar scalar, std::string text) {
  document_.nodes_.push_back({.scalar = scalar, .at = at, .text = std::move(text)});
  return &document_.nodes_.back();
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (std::exchange(started_, true)) {
    stop(position(mark), "the document ended before this",
         "a file has one document; check the indentation");
  }
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto before = told_;
  auto at = position(mark);
  if (awaits_value()) {
    // yaml-cpp puts a value that is not there where the next token is; its key says more.
    const auto& frame = open_.back();
    if (at == frame.key_at && frame.usable_key) {
      problems_.add(at, "", "no ':' behind " + quote(frame.key), "write a value for it");
    }
    at = frame.key_at;
  } else if (!open_.empty() && !awaits_key() && !is_written_null(mark)) {
    at = source_.last_content(before, told_);
  }
  put({make(at, {.kind = Kind::null})}, at, anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto at = position(mark);
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end())
    stop(at, "this alias stands inside of what it names", "spell it out");
  aliased_nodes_ += found->second.nodes;
  if (aliased_nodes_ > kMostAliasedNodes) {
    stop(at, "aliases expand to more than " + std::to_string(kMostAliasedNodes) + " values",
         "spell out less");
  }
  if (open_.size() + found->second.height > kDeepest) {
    stop(at, "nested deeper than " + std::to_string(kDeepest) + " levels", "flatten it");
  }
  put(found->second, at, 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const auto at = position(mark);
  const bool merges = tag == kPlain && value == "<<" && awaits_key();
  put({make(at, resolve_tagged(tag, value, at), value)}, at, anchor);
  if (merges) {
    problems_.add(at, "", "merge keys are not part of YAML 1.2", "write the members out");
    open_.back().usable_key = false;
  }
}

Scalar TreeBuilder::resolve_tagged(const std::string& tag, const std::string& value, Position at) {
  if (tag == kPlain) return resolve(value);
  if (tag == kQuoted || tag == std::string(kCoreTag) + "str") return {.kind = Kind::text};
  auto scalar = resolve(value);
  const auto name = tag.starts_with(kCoreTag) ? std::string_view(tag).substr(kCoreTag.size()) : "";
  if (name == "float" && scalar.kind == Kind::integer) scalar.kind = Kind::number;
  const bool fits = (name == "null" && scalar.kind == Kind::null) ||
                    (name == "bool" && scalar.kind == Kind::boolean) ||
                    (name == "int" && scalar.kind == Kind::integer) ||
                    (name == "float" && scalar.kind == Kind::number);
  if (!fits) {
    problems_.add(at, "", "tag " + shown(tag) + " does not go with " + quote(value), "remove it");
  }
  return scalar;
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value) {
  open(mark, tag, anchor, Kind::list);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  open(mark, tag, anchor, Kind::object);
}

void TreeBuilder::open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       Kind kind) {
  const auto at = position(mark);
  if (open_.size() >= kDeepest) {
    stop(at, "nested deeper than " + std::to_string(kDeepest) + " levels", "flatten it");
  }
  const std::string core = std::string(kCoreTag) + (kind == Kind::list ? "seq" : "map");
  if (tag != kPlain && tag != kQuoted && tag != core) {
    problems_.add(at, "", "tag " + shown(tag) + " does not go with " + std::string(noun(kind)),
                  "remove it");
  }
  open_.push_back({.tree = {make(at, {.kind = kind})}, .anchor = anchor});
}

void TreeBuilder::close() {
  auto frame = std::move(open_.back());
  open_.pop_back();
  ++frame.tree.height;
  put(frame.tree, frame.tree.node->at, frame.anchor);
}

void TreeBuilder::put(const Subtree& tree, Position at, YAML::anchor_t anchor) {
  if (anchor) anchored_[anchor] = tree;
  if (open_.empty()) {
    document_.root_ = tree.node;
    return;
  }
  auto& frame = open_.back();
  frame.tree.nodes += tree.nodes;
  frame.tree.height = std::max(frame.tree.height, tree.height);
  if (frame.tree.node->scalar.kind == Kind::list) {
    frame.tree.node->items.push_back(tree.node);
  } else if (!frame.awaits_value) {
    take_key(*tree.node, at);
  } else {
    frame.awaits_value = false;
    if (frame.usable_key) {
      frame.tree.node->members.push_back({std::move(frame.key), frame.key_at, tree.node});
    }
  }
}

void TreeBuilder::take_key(const Node& node, Position at) {
  auto& frame = open_.back();
  frame.awaits_value = true;
  frame.key_at = at;
  frame.usable_key = false;
  if (node.scalar.kind != Kind::text) {
    problems_.add(at, "", "a key must be text",
                  node.text.empty() ? "write a word" : "write \"" + node.text + "\"");
    return;
  }
  const auto [first, is_new] = frame.keys.emplace(node.text, at);
  if (!is_new) {
    problems_.add(at, "", "the key " + quote(node.text) + " stands here twice",
                  "the first is in line " + std::to_string(first->second.line));
    return;
  }
  frame.usable_key = true;
  frame.key = node.text;
}

}  // namespace stunt::input
