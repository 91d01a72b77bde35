// SPDX-License-Identifier: MIT
#include "harness/run/run.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>
#include <stdexcept>

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "harness/descriptor_limit.h"
#include "harness/guest.h"
#include "harness/run/child.h"
#include "harness/run/environment.h"
#include "harness/run/judge.h"
#include "harness/script/step_runner.h"
#include "harness/stage.h"
#include "http/client.h"
#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::harness {
namespace {

using verdict::Status;
using verdict::Verdict;

constexpr int kInterrupted = 130;

/// For a command that was told to end, before it is killed.
constexpr std::chrono::seconds kGrace{5};

/// What wakes the thread that waits for the run's end.
class Bell {
 public:
  Bell() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

  void ring() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(event_.get(), &one, sizeof one);
  }
  int descriptor() const { return event_.get(); }

 private:
  http::Descriptor event_;
};

/// SIGINT and SIGTERM, as something to poll; SIGHUP is taken and means nothing.
class Signals {
 public:
  Signals() {
    ::sigemptyset(&set_);
    ::sigaddset(&set_, SIGINT);
    ::sigaddset(&set_, SIGTERM);
    ::sigaddset(&set_, SIGHUP);
    ::pthread_sigmask(SIG_BLOCK, &set_, &before_);
    descriptor_ = http::Descriptor(::signalfd(-1, &set_, SFD_CLOEXEC | SFD_NONBLOCK));
  }
  ~Signals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  int descriptor() const { return descriptor_.get(); }

  int take() const {
    signalfd_siginfo info{};
    if (::read(descriptor_.get(), &info, sizeof info) != sizeof info) return 0;
    return info.ssi_signo == SIGHUP ? 0 : static_cast<int>(info.ssi_signo);
  }

 private:
  sigset_t set_{}, before_{};
  http::Descriptor descriptor_;
};

/// The world that the command calls: the only one that was declared, if nothing plays in that of
/// everybody.
const Scope& scope_for_command(const Scopes& scopes) {
  const auto all = scopes.all();
  const bool single = scopes.everybody().script().files.empty() && all.size() == 2;
  return single ? *all.back() : scopes.everybody();
}

Access access_to(const Stage& stage, const RunOptions& options, const std::string& secret) {
  const auto& scope = scope_for_command(stage.scopes());
  Access access{stage.endpoints().front(), kGuestKeyId, secret, scope.region(),
                std::to_string(scope.seed())};
  if (scope.script().scope) access.endpoint += "/s/" + scope.name();
  if (!options.settings.auth.verify && !scope.access_key_ids().empty()) {
    access.access_key_id = scope.access_key_ids().front();
  }
  return access;
}

/// The run itself, from the first call of the setup to the last of the command.
class Running {
 public:
  explicit Running(const RunOptions& options) : options_(options), stage_(settings()) {
    for (const auto& scope : stage_.scopes().all()) {
      if (!scope->script().files.empty()) played_.push_back(scope);
      if (!scope->script().steps.empty()) ++steps_left_;
    }
    stage_.start([this] { bell_.ring(); });
  }

  /// Until the command, and what it leaves to do, has ended; or somebody interrupts.
  void wait() {
    if (!options_.command.empty()) {
      child_.emplace(options_.command,
                     environment_for(access_to(stage_, options_, secret_), own_environment()));
      if (child_->descriptor() < 0) {
        throw std::invalid_argument("cannot run " + input::quote(options_.command.front()) + ": " +
                                    std::strerror(child_->wait().number));
      }
    }
    while (!is_over()) turn();
    if (child_) exit_ = child_->wait();
    settle();
    for (const auto& scope : played_) scope->steps().clients_left();
    while (!interrupted_ && steps_left_ > 0) turn();
    stage_.stop(world::Duration(0));
  }

  std::vector<Verdict> judge() {
    std::vector<Verdict> verdicts;
    for (const auto& scope : played_) {
      auto again = "stunt run --seed " + std::to_string(scope->seed()) + options_.again;
      verdicts.push_back(harness::judge(*scope, exit_, std::move(again)));
    }
    return verdicts;
  }

  bool interrupted() const { return interrupted_; }

  /// Transcripts that wait for the verdict.
  void settle_transcripts(bool passed) {
    for (const auto& scope : stage_.scopes().all()) {
      const auto line = scope->settle_transcript(passed);
      if (!line.empty()) std::cerr << line << "\n";
    }
  }

 private:
  Settings settings() const {
    auto settings = options_.settings;
    settings.judged = true;
    if (settings.auth.verify) {
      settings.auth.keys.push_back({kGuestKeyId, aws::SecretAccessKey(secret_)});
    }
    return settings;
  }

  bool is_over() const { return child_ ? child_over_ : interrupted_ || steps_left_ == 0; }

  void turn() {
    pollfd watched[] = {{signals_.descriptor(), POLLIN, 0},
                        {bell_.descriptor(), POLLIN, 0},
                        {child_ && !child_over_ ? child_->descriptor() : -1, POLLIN, 0}};
    if (::poll(watched, 3, patience()) < 0 && errno != EINTR) {
      throw std::runtime_error(std::string("cannot wait: ") + std::strerror(errno));
    }
    if (interrupted_ && clock_.ticks() >= kill_at_ && child_) {
      child_->signal(SIGKILL);
    }
    if (watched[0].revents != 0) interrupt(signals_.take());
    std::uint64_t rings = 0;
    if (watched[1].revents != 0 && ::read(bell_.descriptor(), &rings, sizeof rings) > 0) {
      steps_left_ -= std::min<std::size_t>(rings, steps_left_);
    }
    if (watched[2].revents != 0) child_over_ = true;
  }

  int patience() const {
    if (!interrupted_ || !child_ || child_over_) return -1;
    const auto left = kill_at_ - clock_.ticks();
    return std::max(1,
                    static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count()));
  }

  /// What is typed at a terminal reaches the command too; to be told twice does no harm.
  void interrupt(int signal) {
    if (signal == 0) return;
    if (!interrupted_) kill_at_ = clock_.ticks() + kGrace;
    if (child_) child_->signal(interrupted_ ? SIGKILL : signal);
    interrupted_ = true;
  }

  /// Whatever the command has sent before it ended stands in the server's sockets before this does.
  void settle() {
    http::Client client;
    for (unsigned i = 0; i < options_.settings.threads; ++i) {
      std::promise<void> answered;
      client.post({stage_.endpoints().front() + "/_stunt/v1/health", {}, "", kGrace},
                  [&](const auto&) { answered.set_value(); });
      answered.get_future().wait();
    }
  }

  const RunOptions& options_;
  const std::string secret_ = make_secret_access_key();
  const Signals signals_;
  const Bell bell_;
  Stage stage_;
  std::vector<Scopes::Held> played_;  ///< those with a script
  std::optional<Child> child_;
  std::optional<verdict::Exit> exit_;
  std::size_t steps_left_ = 0;
  bool child_over_ = false;
  bool interrupted_ = false;
  const world::SystemClock clock_;
  world::Moment kill_at_{};
};

bool wants_color(const std::string& color) {
  if (color != "auto") return color == "always";
  return ::isatty(STDERR_FILENO) != 0 && !std::getenv("NO_COLOR");
}

/// A second world's report stands behind the first one's in the same file.
void write_reports(const RunOptions& options, const std::vector<Verdict>& verdicts) {
  for (const auto& [format, path] : options.reports) {
    if (path == "-") {
      for (const auto& verdict : verdicts) format.write(verdict, std::cout);
      std::cout << std::flush;
      continue;
    }
    std::ofstream file(path, std::ios::binary);
    for (const auto& verdict : verdicts) format.write(verdict, file);
    if (!file.flush()) throw std::runtime_error("cannot write the report " + path.string());
  }
}

/// The worst of them.
Status status_of(const std::vector<Verdict>& verdicts) {
  static constexpr Status kWorstFirst[] = {Status::error, Status::fail, Status::inconclusive};
  for (const auto status : kWorstFirst) {
    if (std::any_of(verdicts.begin(), verdicts.end(),
                    [&](const auto& verdict) { return verdict.status == status; })) {
      return status;
    }
  }
  return Status::pass;
}

}  // namespace

ReportTo read_report(const std::string& text) {
  const auto equals = text.find('=');
  const auto name = text.substr(0, equals);
  const auto format = verdict::report::format_of(name);
  if (!format) {
    std::vector<std::string_view> names;
    for (const auto& known : verdict::report::formats()) names.push_back(known.name);
    throw std::invalid_argument("--report: there is no format " + input::quote(name) + "; " +
                                input::suggest(name, names));
  }
  if (equals == std::string::npos || equals + 1 == text.size()) {
    throw std::invalid_argument("--report: no file; write " + name + "=FILE, or " + name +
                                "=- for stdout");
  }
  return {*format, text.substr(equals + 1)};
}

int run(const RunOptions& options) {
  raise_descriptor_limit();
  ::signal(SIGPIPE, SIG_IGN);
  Running running(options);
  running.wait();
  const auto verdicts = running.judge();
  for (const auto& verdict : verdicts) {
    verdict::report::write_text(verdict, std::cerr, wants_color(options.color));
  }
  write_reports(options, verdicts);
  running.settle_transcripts(!running.interrupted() && status_of(verdicts) == Status::pass);
  return running.interrupted() ? kInterrupted : verdict::exit_code(status_of(verdicts));
}

}  // namespace stunt::harness
