// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include <absl/container/btree_set.h>

#include "emulator/position.h"
#include "emulator/secret.h"

namespace stunt::emulator {

/// What secrets are sorted by. What has no such time comes before what has one.
enum class SortBy { name, created, changed, accessed, deletion };

Position position(const Secret& secret, SortBy by);

/// The part of an order between two positions, both excluded; without them it has no end there.
struct Between {
  std::optional<Position> low{};
  std::optional<Position> high{};
};

/// The names that begin so, in the order of names.
Between names_with(std::string_view prefix);

/// Secrets, sorted. To add, remove or find one takes logarithmic time. A secret must be taken out
/// before what it is sorted by changes. Guarded by the Vault's lock.
class Order {
  struct Entry {
    std::int64_t at_us;
    std::uint64_t number;
    const Secret* secret;
  };

  struct Before {
    using is_transparent = void;

    template <typename A, typename B>
    bool operator()(const A& a, const B& b) const {
      return std::tuple(a.at_us, name(a), a.number) < std::tuple(b.at_us, name(b), b.number);
    }
    std::string_view name(const Position& position) const { return position.name; }
    std::string_view name(const Entry& entry) const {
      return by_name ? std::string_view(entry.secret->name) : std::string_view();
    }

    bool by_name;
  };

  using Entries = absl::btree_set<Entry, Before>;

 public:
  /// The secrets of a part, taken from either end. Valid until the order changes.
  class Part {
   public:
    Part() = default;  // empty

    bool empty() const { return first_ == last_; }
    const Secret& front() const { return *first_->secret; }
    const Secret& back() const { return *std::prev(last_)->secret; }
    void pop_front() { ++first_; }
    void pop_back() { --last_; }

   private:
    friend class Order;
    Part(Entries::const_iterator first, Entries::const_iterator last)
        : first_(first), last_(last) {}

    Entries::const_iterator first_;
    Entries::const_iterator last_;
  };

  explicit Order(SortBy by) : by_(by), entries_(Before{by == SortBy::name}) {}

  SortBy by() const { return by_; }

  void add(const Secret& secret) { entries_.insert(entry(secret)); }
  void remove(const Secret& secret) { entries_.erase(entry(secret)); }

  Part part(const Between& between) const;

 private:
  Entry entry(const Secret& secret) const;

  SortBy by_;
  Entries entries_;
};

}  // namespace stunt::emulator
