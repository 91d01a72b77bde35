// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "input/problem.h"

namespace stunt::input {

class Object;
struct Entry;

/// A name as a reference token of a JSON Pointer (RFC 6901).
std::string escape_token(std::string_view name);

/// The names that an object's members may have.
struct Vocabulary {
  std::span<const std::string_view> known;
  std::span<const std::string_view> later{};  ///< of the format, but not of this version
};

/// A value that is being read: its node, its JSON Pointer, and where problems go. Each reader
/// answers with the value, or notes what is wrong, says what would be right, and answers nothing;
/// so a caller reads on and its user hears everything at once. Lives as long as the document.
class Value {
 public:
  Value(const Node& node, std::string pointer, Problems& problems)
      : node_(&node), pointer_(std::move(pointer)), problems_(&problems) {}

  Kind kind() const { return node_->scalar.kind; }
  Position at() const { return node_->at; }

  /// The document's, as problems name it.
  const std::string& file() const { return problems_->file(); }

  /// The member of that name, if this is an object that has it.
  std::optional<Value> find(std::string_view name) const;

  std::optional<std::string_view> text() const;

  /// Any scalar, as it was written: 5, true and abc alike.
  std::optional<std::string_view> written() const;
  std::optional<bool> boolean() const;
  std::optional<std::int64_t> integer(std::int64_t min, std::int64_t max) const;
  std::optional<std::uint64_t> natural(std::uint64_t min, std::uint64_t max) const;
  std::optional<double> number(double min, double max) const;
  std::optional<std::chrono::microseconds> duration(std::chrono::microseconds max) const;

  /// Which of the names it is, as an index into `known`.
  std::optional<std::size_t> choice(const Vocabulary& names) const;

  /// The values of a list that is not empty.
  std::vector<Value> items() const;

  /// The members of an object whose names are free.
  std::vector<Entry> entries() const;

  /// An object whose names are given; others are problems.
  std::optional<Object> object(const Vocabulary& names) const;

  /// Notes that this is wrong, or what stands at another position of it.
  void wrong(std::string message, std::string hint = {}) const;
  void wrong(Position at, std::string message, std::string hint = {}) const;

 private:
  Value child(const Node& node, std::string_view token) const;
  bool expect(bool holds, std::string_view what, std::string hint = {}) const;
  bool expect_integer(std::string_view range) const;

  const Node* node_;
  std::string pointer_;
  Problems* problems_;
};

/// A member of an object whose names are free.
struct Entry {
  std::string_view name;
  Position at;  ///< of the name
  Value value;
};

/// The members of an object whose names are given.
class Object {
 public:
  /// The member, or nothing if it is absent.
  std::optional<Value> find(std::string_view name) const { return value_.find(name); }

  /// The member; its absence is a problem.
  std::optional<Value> require(std::string_view name) const;

 private:
  friend class Value;
  explicit Object(const Value& value) : value_(value) {}

  Value value_;
};

}  // namespace stunt::input
