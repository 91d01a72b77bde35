// SPDX-License-Identifier: MIT
#include "emulator/orders.h"

namespace stunt::emulator {

Walk::Walk(const View& view, Order::Part active, Order::Part scheduled)
    : by_(view.by), descending_(view.descending), active_(active), scheduled_(scheduled) {}

const Secret& Walk::head(const Order::Part& part) const {
  return descending_ ? part.back() : part.front();
}

const Secret* Walk::next() {
  if (active_.empty() && scheduled_.empty()) return nullptr;
  bool from_scheduled = active_.empty();
  if (!active_.empty() && !scheduled_.empty()) {
    const bool is_less = position(head(scheduled_), by_) < position(head(active_), by_);
    from_scheduled = is_less != descending_;
  }
  Order::Part& part = from_scheduled ? scheduled_ : active_;
  const Secret& secret = head(part);
  descending_ ? part.pop_back() : part.pop_front();
  return &secret;
}

void Orders::add(const Secret& secret) {
  for (auto& order : orders_of(secret)) order.add(secret);
  if (secret.deletion) by_deletion_.add(secret);
}

void Orders::remove(const Secret& secret) {
  for (auto& order : orders_of(secret)) order.remove(secret);
  if (secret.deletion) by_deletion_.remove(secret);
}

Walk Orders::walk(const View& view) const {
  const auto by = static_cast<std::size_t>(view.by);
  return {view, active_[by].part(view.between),
          view.with_scheduled ? scheduled_[by].part(view.between) : Order::Part()};
}

const Secret* Orders::next_to_go() const {
  const auto all = by_deletion_.part({});
  return all.empty() ? nullptr : &all.front();
}

}  // namespace stunt::emulator
