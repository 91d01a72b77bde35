// SPDX-License-Identifier: MIT
#include "http/socket_state.h"

#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>

namespace stunt::http {

bool other_side_has_shut(int fd) {
  pollfd state{fd, POLLRDHUP, 0};
  return ::poll(&state, 1, 0) > 0;
}

bool all_has_arrived(int fd) {
  int unsent = 0;
  return ::ioctl(fd, SIOCOUTQ, &unsent) != 0 || unsent == 0;
}

}  // namespace stunt::http
