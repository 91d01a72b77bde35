// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "input/document.h"
#include "input/source_text.h"

namespace stunt::input {

/// Makes a Document of yaml-cpp's events and finds what yaml-cpp lets pass. Throws Stop (the
/// problem is noted) where going on makes no sense.
class TreeBuilder : public YAML::EventHandler {
 public:
  static constexpr std::size_t kMostAliasedNodes = 10'000;
  static constexpr std::size_t kDeepest = 64;

  struct Stop {};

  TreeBuilder(const SourceText& source, Problems& problems)
      : source_(source), problems_(problems) {}

  /// The document, once all events were told; its root is missing if the text has no value.
  std::optional<Document> take();

  /// Where the innermost list or object begins that is still open.
  std::optional<Position> innermost_open() const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  /// A node and what an alias to it would add.
  struct Subtree {
    Node* node = nullptr;
    std::size_t nodes = 1;
    std::size_t height = 0;
  };

  /// A list or an object that is being read.
  struct Frame {
    Subtree tree;
    YAML::anchor_t anchor = 0;
    bool awaits_value = false;  ///< of an object: its key was read
    bool usable_key = false;
    std::string key{};
    Position key_at{};
    std::map<std::string, Position> keys{};
  };

  Position position(const YAML::Mark& mark);
  bool awaits_value() const { return !open_.empty() && open_.back().awaits_value; }
  bool awaits_key() const;
  bool is_written_null(const YAML::Mark& mark) const;
  Node* make(Position at, Scalar scalar, std::string text = {});
  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind);
  void close();
  void put(const Subtree& tree, Position at, YAML::anchor_t anchor);
  void take_key(const Node& node, Position at);
  Scalar resolve_tagged(const std::string& tag, const std::string& value, Position at);
  [[noreturn]] void stop(Position at, std::string message, std::string hint);

  const SourceText& source_;
  Problems& problems_;
  Document document_;
  bool started_ = false;
  std::size_t told_ = 0;  ///< where the event before this one stands
  std::vector<Frame> open_;
  std::unordered_map<YAML::anchor_t, Subtree> anchored_;
  std::size_t aliased_nodes_ = 0;
};

}  // namespace stunt::input
