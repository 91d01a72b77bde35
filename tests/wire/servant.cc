// SPDX-License-Identifier: MIT
#include "servant.h"

#include <csignal>
#include <iostream>
#include <string>

namespace stunt::test {

void obey(Servant& servant) {
  std::signal(SIGPIPE, SIG_IGN);
  for (std::string line; std::getline(std::cin, line);) {
    if (line == "start") {
      std::cout << servant.start() << std::endl;
    } else if (line == "stop") {
      servant.stop();
      std::cout << "stopped" << std::endl;
    }
  }
}

}  // namespace stunt::test
