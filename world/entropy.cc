// SPDX-License-Identifier: MIT
#include "world/entropy.h"

#include <cerrno>
#include <system_error>

#include <sys/random.h>

namespace stunt::world {

std::string entropy(std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const auto more = ::getrandom(bytes.data() + got, size - got, 0);
    if (more < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "getrandom");
    }
    if (more > 0) got += static_cast<std::size_t>(more);
  }
  return bytes;
}

}  // namespace stunt::world
