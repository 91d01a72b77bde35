// SPDX-License-Identifier: MIT
#include "harness/serve.h"

#include <atomic>
#include <fstream>
#include <iostream>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include "harness/descriptor_limit.h"
#include "harness/stage.h"
#include "harness/version.h"
#include "http/descriptor.h"

namespace stunt::harness {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  ::sigaddset(&signals, SIGHUP);
  return signals;
}

bool has_terminal() {
  const http::Descriptor terminal(::open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC));
  return static_cast<bool>(terminal);
}

/// Waits for the signal to stop. SIGHUP is one only where a terminal was closed; else it says that
/// transcripts were moved away, as log files are.
void wait_for_stop(const sigset_t& signals, Stage& stage) {
  const bool began_at_terminal = has_terminal();
  int signal = 0;
  while (::sigwait(&signals, &signal) == 0 && signal == SIGHUP &&
         !(began_at_terminal && !has_terminal())) {
    stage.reopen_transcripts();
  }
}

/// Written whole or not at all: whoever waits for the file never sees half an address.
void write_ready_file(const std::filesystem::path& path, const std::string& endpoint) {
  auto whole = path;
  whole += ".part";
  std::ofstream(whole) << endpoint;
  std::error_code error;
  std::filesystem::rename(whole, path, error);
  if (error) {
    throw std::runtime_error("cannot write the ready file " + path.string() + ": " +
                             error.message());
  }
}

void greet(const Stage& stage) {
  const auto& endpoints = stage.endpoints();
  std::cout << "stunt " << kVersion << ": AWS Secrets Manager on " << endpoints.front();
  for (std::size_t i = 1; i < endpoints.size(); ++i) std::cout << " and " << endpoints[i];
  std::cout << "\n";
  for (const auto& line : stage.description()) std::cout << "  " << line << "\n";
  std::cout << "  export AWS_ENDPOINT_URL_SECRETS_MANAGER=" << endpoints.front() << "\n"
            << std::flush;
}

}  // namespace

int serve(const Settings& settings) {
  raise_descriptor_limit();
  ::signal(SIGPIPE, SIG_IGN);
  const auto signals = stop_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  if (settings.ready_file) std::filesystem::remove(*settings.ready_file);

  Stage stage(settings);
  stage.start();
  greet(stage);
  if (settings.ready_file) write_ready_file(*settings.ready_file, stage.endpoints().front());

  wait_for_stop(signals, stage);
  spdlog::info("stopping: answers due within {} ms are still sent; a second signal ends at once",
               settings.grace.count() / 1000);

  std::atomic<bool> stopped{false};
  bool complete = true;
  const auto main_thread = ::pthread_self();
  std::thread stopper([&] {
    complete = stage.stop(settings.grace);
    stopped = true;
    ::pthread_kill(main_thread, SIGTERM);
  });
  int signal = 0;
  while (::sigwait(&signals, &signal) == 0 && !stopped) {
    if (signal != SIGHUP) stage.stop_now();
  }
  stopper.join();
  for (const auto& line : stage.left_over()) std::cout << line << std::endl;
  if (settings.ready_file) {
    std::error_code ignored;
    std::filesystem::remove(*settings.ready_file, ignored);
  }
  return complete ? 0 : 1;
}

}  // namespace stunt::harness
