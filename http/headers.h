// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stunt::http {

/// True if both are the same header name; ASCII case does not count (RFC 9110, 5.1).
bool same_name(std::string_view a, std::string_view b);

/// Header fields as they stand on the wire: order, case and repetitions are kept.
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Field> fields) : fields_(fields) {}

  /// The first field of that name, without surrounding blanks.
  std::optional<std::string_view> get(std::string_view name) const;

  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }

  /// Replaces the first field of that name, drops its repetitions, or adds it at the end.
  void set(std::string_view name, std::string value);
  void remove(std::string_view name);

  bool empty() const { return fields_.empty(); }
  std::size_t size() const { return fields_.size(); }
  void reserve(std::size_t fields) { fields_.reserve(fields); }
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

  bool operator==(const Headers&) const = default;

 private:
  std::vector<Field> fields_;
};

}  // namespace stunt::http
