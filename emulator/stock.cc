// SPDX-License-Identifier: MIT
#include "emulator/stock.h"

#include "emulator/orders.h"

namespace stunt::emulator {
namespace {

constexpr View kAll{SortBy::created, false, true, {}};

void clear(Shelves& shelves, world::Instant now) {
  while (shelves.outbox().take(world::Instant::max())) {
  }
  for (auto& [place, shelf] : shelves) {
    // A walk is good for nothing once a secret is gone.
    while (const auto* secret = shelf.walk(kAll, now).next()) shelf.remove(*secret);
  }
}

}  // namespace

Stock take_stock(Vault& vault, world::Instant now) {
  Stock stock;
  const auto opened = vault.open();
  for (auto& [place, shelf] : opened.shelves) {
    auto walk = shelf.walk(kAll, now);
    while (const auto* secret = walk.next()) stock.emplace_back(place, *secret);
  }
  return stock;
}

std::size_t put_stock(Vault& vault, const Stock& stock, world::Instant now) {
  const auto opened = vault.open();
  clear(opened.shelves, now);
  for (const auto& [place, secret] : stock) opened.shelves.at(place).restore(secret);
  return stock.size();
}

}  // namespace stunt::emulator
