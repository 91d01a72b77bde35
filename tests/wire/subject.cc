// SPDX-License-Identifier: MIT
#include "subject.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stunt::test {
namespace {

bool readable(int fd, int patience_ms) {
  pollfd waiting{fd, POLLIN, 0};
  return ::poll(&waiting, 1, patience_ms) > 0;
}

}  // namespace

Subject::Subject(const std::string& program) {
  std::array<int, 2> ends;
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::runtime_error("cannot make a socket pair");
  }
  channel_ = http::Descriptor(ends[0]);
  const http::Descriptor theirs(ends[1]);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
  std::array<char*, 2> arguments = {const_cast<char*>(program.c_str()), nullptr};
  const int error =
      ::posix_spawn(&pid_, program.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot start " + program);
  start_server();
}

Subject::~Subject() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void Subject::start_server() {
  port_ = static_cast<std::uint16_t>(std::atoi(command("start").c_str()));
  if (port_ == 0) throw std::runtime_error("the server did not start");
}

void Subject::stop_server() { command("stop"); }

void Subject::freeze() {
  ::kill(pid_, SIGSTOP);
  ::waitpid(pid_, nullptr, WUNTRACED);
}

void Subject::thaw() { ::kill(pid_, SIGCONT); }

std::size_t Subject::open_descriptors() const {
  const std::filesystem::directory_iterator open("/proc/" + std::to_string(pid_) + "/fd");
  return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

std::chrono::milliseconds Subject::cpu_used() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
  std::string text;
  std::getline(file, text);
  // The process's name stands in parentheses; utime and stime are the 12th and 13th field after.
  std::istringstream fields(text.substr(text.rfind(')') + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  long user = 0, kernel = 0;
  fields >> user >> kernel;
  return std::chrono::milliseconds((user + kernel) * 1000 / ::sysconf(_SC_CLK_TCK));
}

int Subject::leave() {
  ::shutdown(channel_.get(), SHUT_WR);
  // The process's end of the channel closes with its death.
  char c;
  if (!readable(channel_.get(), 5 * kPatienceMs) || ::read(channel_.get(), &c, 1) > 0) {
    ::kill(pid_, SIGKILL);
  }
  int status = 0;
  ::waitpid(std::exchange(pid_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string Subject::command(const std::string& line) {
  const auto bytes = line + "\n";
  ::send(channel_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
  std::string answer;
  while (!answer.ends_with('\n') && readable(channel_.get(), 5 * kPatienceMs)) {
    char c;
    if (::read(channel_.get(), &c, 1) != 1) break;
    answer.push_back(c);
  }
  return answer;
}

}  // namespace stunt::test
