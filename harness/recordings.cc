// SPDX-License-Identifier: MIT
#include "harness/recordings.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <spdlog/spdlog.h>

#include "emulator/model/secrets_manager.h"
#include "harness/redaction.h"
#include "recorder/capture/resume.h"

namespace stunt::harness {

Recordings::Recordings(Recording plan, Settings settings)
    : plan_(std::move(plan)), settings_(std::move(settings)) {
  if (plan_.write != Recording::Write::nothing) begin_as_planned();
}

void Recordings::begin_as_planned() {
  const bool behind = plan_.write == Recording::Write::behind;
  if (plan_.waits) waiting_ = std::make_unique<WaitingFile>(plan_.to, behind);
  recorder::RecorderOptions options;
  options.path = waiting_ ? waiting_->part() : plan_.to;
  options.overwrite = true;
  if (behind) {
    options.resume = recorder::read_resume(options.path);
    options.known = settings_.known;
  }
  options.rotate_bytes = settings_.record.rotate_bytes;
  begin(std::move(options));
  only_new_ = behind;
}

void Recordings::begin(const std::filesystem::path& path) {
  recorder::RecorderOptions options;
  options.path = path;
  begin(std::move(options));
}

void Recordings::begin(recorder::RecorderOptions options) {
  const std::lock_guard one_at_a_time(begins_);
  if (is_going_on()) {
    throw std::invalid_argument(path().string() + " is being recorded to; stop that first");
  }
  options.overflow = settings_.record.overflow;
  options.header = settings_.header;
  options.scope = settings_.scope;
  options.redaction = make_redaction(settings_.record);
  auto path = options.path;
  auto recorder = std::make_shared<recorder::Recorder>(
      std::move(options), emulator::secrets_manager(), settings_.started, settings_.hold_input,
      [](const std::string& error) { spdlog::error("{}", error); });
  const std::lock_guard lock(mutex_);
  if (last_) lines_before_ += last_->status().written;
  now_ = last_ = std::move(recorder);
  path_ = std::move(path);
  only_new_ = failed_ = false;
}

void Recordings::take(const std::shared_ptr<const aws::Exchange>& exchange) const {
  const auto recorder = now();
  if (recorder && is_recorded(*exchange)) recorder->record(exchange);
}

/// Behind a transcript comes only what it does not have: what the engine has answered.
bool Recordings::is_recorded(const aws::Exchange& exchange) const {
  {
    const std::lock_guard lock(mutex_);
    if (!only_new_) return true;
  }
  const auto& outcome = exchange.outcome;
  return !outcome.replayed && std::none_of(outcome.faults.begin(), outcome.faults.end(),
                                           [](const auto& fault) { return fault.answered; });
}

Recordings::Recorder Recordings::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

std::filesystem::path Recordings::path() const {
  const std::lock_guard lock(mutex_);
  return path_;
}

bool Recordings::end() {
  Recorder ended;
  {
    const std::lock_guard lock(mutex_);
    ended = std::exchange(now_, nullptr);
  }
  if (!ended) return false;
  const bool whole = ended->close();
  tell_dropped(ended->status(), path());
  const std::lock_guard lock(mutex_);
  failed_ = !whole;
  return whole;
}

bool Recordings::has_failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

void Recordings::reopen() const {
  const auto recorder = now();
  if (!recorder) return;
  const auto path = this->path().string();
  const auto problem = recorder->reopen();
  if (problem.empty()) {
    spdlog::info("recording goes on in a new {}", path);
  } else {
    spdlog::warn("{} is not reopened: {}", path, problem);
  }
}

std::string Recordings::settle(bool passed) {
  if (!waiting_) return {};
  const auto place = waiting_->place().string();
  if (passed && !has_failed()) waiting_->keep();
  waiting_.reset();
  if (has_failed()) return place + " stays as it was: the recording failed";
  return passed ? std::string() : place + " stays as it was: the run did not pass";
}

std::optional<recorder::Status> Recordings::status() const {
  const std::lock_guard lock(mutex_);
  if (!last_) return std::nullopt;
  return last_->status();
}

std::uint64_t Recordings::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_before_ + (last_ ? last_->status().written : 0);
}

}  // namespace stunt::harness
