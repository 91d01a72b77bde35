// SPDX-License-Identifier: MIT
#include "harness/serve.h"

#include <atomic>
#include <iostream>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include "harness/descriptor_limit.h"
#include "harness/guest.h"
#include "harness/parent_watch.h"
#include "harness/ready.h"
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

void greet(const Stage& stage) {
  const auto& endpoints = stage.endpoints();
  std::cout << "stunt " << kVersion << ": AWS Secrets Manager on " << endpoints.front();
  for (std::size_t i = 1; i < endpoints.size(); ++i) std::cout << " and " << endpoints[i];
  std::cout << "\n";
  for (const auto& line : stage.description()) std::cout << "  " << line << "\n";
  std::cout << "  export AWS_ENDPOINT_URL_SECRETS_MANAGER=" << endpoints.front() << "\n"
            << std::flush;
}

/// Where the admin API is; empty if it is off.
std::string admin_of(const Settings& settings, const Stage& stage) {
  if (!settings.admin.enabled) return {};
  const auto& own = stage.admin_endpoints();
  return (own.empty() ? stage.endpoints() : own).front() + "/_stunt/v1";
}

/// Tells whoever waits that requests are served, and where.
class Readiness {
 public:
  /// Adds the key that is told to those that are believed. Throws std::invalid_argument if there is
  /// nowhere to tell it.
  explicit Readiness(Settings& settings) : file_(settings.ready_file), region_(settings.region) {
    if (settings.ready_fd) descriptor_.emplace(settings.ready_fd);
    if (settings.ready_fd && settings.auth.verify) {
      settings.auth.keys.push_back({kGuestKeyId, aws::SecretAccessKey(secret_)});
    }
    if (file_) std::filesystem::remove(*file_);
  }
  ~Readiness() {
    std::error_code ignored;
    if (file_) std::filesystem::remove(*file_, ignored);
  }

  void tell(const std::string& endpoint, const std::string& admin) {
    if (descriptor_) {
      descriptor_->tell(ready_line({endpoint, kGuestKeyId, secret_, region_, admin}));
    }
    if (file_) write_ready_file(*file_, endpoint);
  }

 private:
  const std::optional<std::filesystem::path> file_;
  const std::string region_;
  const std::string secret_ = make_secret_access_key();
  std::optional<ReadyDescriptor> descriptor_;
};

}  // namespace

int serve(const Settings& given) {
  auto settings = given;
  Readiness readiness(settings);
  raise_descriptor_limit();
  ::signal(SIGPIPE, SIG_IGN);
  const auto signals = stop_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const auto main_thread = ::pthread_self();
  // At once: whoever is not watched yet ends unnoticed.
  std::optional<ParentWatch> parent;
  if (settings.exit_with_parent) {
    parent.emplace([main_thread] { ::pthread_kill(main_thread, SIGTERM); });
  }

  Stage stage(settings);
  stage.start();
  // Else the line would not be the first.
  if (settings.ready_fd != ReadyDescriptor::kOutput) greet(stage);
  readiness.tell(stage.endpoints().front(), admin_of(settings, stage));

  wait_for_stop(signals, stage);
  spdlog::info("stopping: answers due within {} ms are still sent; a second signal ends at once",
               settings.grace.count() / 1000);

  std::atomic<bool> stopped{false};
  bool complete = true;
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
  return complete ? 0 : 1;
}

}  // namespace stunt::harness
