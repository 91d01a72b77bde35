// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "emulator/order.h"

namespace stunt::emulator {

/// Which secrets somebody wants to see, and in which order.
struct View {
  SortBy by = SortBy::created;
  bool descending = false;
  bool with_scheduled = false;  ///< also those that are scheduled for deletion
  Between between{};
};

/// Goes through the secrets of a view, without a look at any other. Valid until a secret changes.
class Walk {
 public:
  Walk(const View& view, Order::Part active, Order::Part scheduled);

  /// The next one, or nullptr. Constant time.
  const Secret* next();

 private:
  const Secret& head(const Order::Part& part) const;

  SortBy by_;
  bool descending_;
  Order::Part active_;
  Order::Part scheduled_;
};

/// The secrets of a shelf in every order in which they can be listed. Those that are scheduled for
/// deletion are kept apart, so that nobody has to pass them by. Each change costs logarithmic time.
/// Guarded by the Vault's lock.
class Orders {
 public:
  void add(const Secret& secret);
  void remove(const Secret& secret);

  /// Lets `change` change what secrets are sorted by, and nothing else.
  template <typename Change>
  void change(Secret& secret, SortBy by, Change change) {
    Order& order = orders_of(secret)[static_cast<std::size_t>(by)];
    order.remove(secret);
    change();
    order.add(secret);
  }

  Walk walk(const View& view) const;

  /// The one that will be gone first of those that are scheduled for deletion, or nullptr.
  const Secret* next_to_go() const;

 private:
  using ByWhat = std::array<Order, 4>;

  static ByWhat none() {
    return {Order(SortBy::name), Order(SortBy::created), Order(SortBy::changed),
            Order(SortBy::accessed)};
  }
  ByWhat& orders_of(const Secret& secret) { return secret.deletion ? scheduled_ : active_; }

  ByWhat active_ = none();
  ByWhat scheduled_ = none();
  Order by_deletion_{SortBy::deletion};  // of those that are scheduled
};

}  // namespace stunt::emulator
