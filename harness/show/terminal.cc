// SPDX-License-Identifier: MIT
#include "harness/show/terminal.h"

#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include <poll.h>
#include <signal.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace stunt::harness {
namespace {

constexpr int kPauseMs = 100;

/// As setlocale() decides: the first of these that says something.
bool speaks_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string_view locale(value);
    const auto dot = locale.find('.');
    if (dot == locale.npos) return false;
    const std::string charset(locale.substr(dot + 1, locale.find('@') - dot - 1));
    return ::strcasecmp(charset.c_str(), "utf-8") == 0 ||
           ::strcasecmp(charset.c_str(), "utf8") == 0;
  }
  return false;
}

}  // namespace

Terminal look_at_stdout(const std::string& color, std::size_t width) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) != 0;
  Terminal terminal;
  terminal.color =
      color == "always" || (color == "auto" && is_terminal && !std::getenv("NO_COLOR"));
  terminal.unicode = speaks_utf8();
  winsize size{};
  if (width > 0) {
    terminal.width = width;
  } else if (is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
  }
  return terminal;
}

Patience::Patience() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signals_ = http::Descriptor(::signalfd(-1, &signals, SFD_CLOEXEC));
  if (!signals_) throw std::runtime_error("cannot wait for signals");
}

bool Patience::wait() const {
  pollfd watched[] = {{signals_.get(), POLLIN, 0}, {STDOUT_FILENO, 0, 0}};
  const int ready = ::poll(watched, 2, kPauseMs);
  return ready == 0 || (ready < 0 && errno == EINTR);
}

}  // namespace stunt::harness
