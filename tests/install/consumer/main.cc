// SPDX-License-Identifier: MIT
//
// Somebody who has nothing of this house but what was installed.
#include <iostream>

#include <stunt/server.h>

int main() {
  stunt::Server server({.deterministic = true});
  server.advance(std::chrono::hours(1));
  std::cout << server.endpoint() << "\n";
  return server.stop() ? 0 : 1;
}
