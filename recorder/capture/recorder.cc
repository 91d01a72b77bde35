// SPDX-License-Identifier: MIT
#include "recorder/capture/recorder.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

#include "recorder/capture/set_aside.h"
#include "recorder/capture/transcript_writer.h"

namespace stunt::recorder {
namespace {

/// So many exchanges are written at once: enough to save system calls, few enough that a process
/// that is killed loses little.
constexpr std::size_t kBatch = 256;

/// About what an exchange holds in memory besides its bodies.
constexpr std::size_t kOverhead = 2048;

constexpr const char* kEnded = "the recording has ended";

/// The server's threads come first where they share a core with the writer; a full queue holds them
/// back. (On Linux a thread has a niceness of its own.)
void step_back() { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10); }

std::size_t memory_of(const aws::Exchange& exchange) {
  const auto body = [](const auto& reply) { return reply ? reply->body.size() : 0; };
  // The request's body is there as bytes and as JSON.
  return kOverhead + 2 * exchange.request.body.size() + body(exchange.outcome.reply) +
         body(exchange.outcome.real);
}

}  // namespace

Recorder::Recorder(RecorderOptions options, const aws::ServiceModel& service, world::Moment started,
                   Hold hold, Failed failed)
    : options_(std::move(options)),
      hold_(std::move(hold)),
      failed_(std::move(failed)),
      transcript_(std::make_unique<TranscriptWriter>(options_, service, started)),
      writer_([this] { run(); }) {}

Recorder::~Recorder() { close(); }

void Recorder::record(std::shared_ptr<const aws::Exchange> exchange) {
  {
    const std::lock_guard lock(mutex_);
    if (closing_ || !error_.empty()) {
      ++lost_;
      return;
    }
    const bool drops = options_.overflow == Overflow::drop;
    if (drops && is_full()) {
      ++dropped_;
      return;
    }
    queued_bytes_ += memory_of(*exchange);
    queue_.push_back(std::move(exchange));
    full_ = full_ || (!drops && is_full());
  }
  changed_.notify_one();
  tell_hold();
}

bool Recorder::is_full() const {
  return queue_.size() >= options_.queued_most || queued_bytes_ >= options_.queued_bytes_most;
}

Status Recorder::status() const {
  const std::lock_guard lock(mutex_);
  return {written_, queue_.size() + in_hand_, dropped_, lost_, error_};
}

std::string Recorder::reopen() {
  std::future<std::string> answer;
  {
    const std::lock_guard lock(mutex_);
    if (closing_ || ended_) return kEnded;
    if (reopen_) return "it is being reopened already";
    answer = reopen_.emplace().get_future();
  }
  changed_.notify_one();
  return answer.get();
}

bool Recorder::close() {
  const std::lock_guard one_at_a_time(join_);
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_one();
  if (writer_.joinable()) writer_.join();
  const std::lock_guard lock(mutex_);
  return error_.empty();
}

void Recorder::run() {
  step_back();
  try {
    write_everything();
  } catch (const std::exception&) {
    // Its text may quote what must not be told.
    fail("an exchange could not be written down; this is a bug in stunt");
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  if (reopen_) reopen_->set_value(kEnded);
  reopen_.reset();
}

void Recorder::write_everything() {
  if (!write(transcript_->beginning(), 0)) return;
  while (const auto work = next_work()) {
    if (work->reopen) answer(reopen_now());
    if (!status().error.empty()) return;
    if (!write_batch(work->batch)) return;
  }
  write(end(), 0);
}

/// Waits for something to do; nothing means that there will be no more.
std::optional<Recorder::Work> Recorder::next_work() {
  Work work;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closing_ || reopen_ || !queue_.empty(); });
    work.reopen = reopen_.has_value();
    while (!queue_.empty() && work.batch.size() < kBatch) {
      queued_bytes_ -= memory_of(*queue_.front());
      work.batch.push_back(std::move(queue_.front()));
      queue_.pop_front();
    }
    in_hand_ = work.batch.size();
    if (work.batch.empty() && !work.reopen) return std::nullopt;
    full_ = full_ && (queue_.size() > options_.queued_most / 2 ||
                      queued_bytes_ > options_.queued_bytes_most / 2);
  }
  tell_hold();
  return work;
}

bool Recorder::write_batch(const Batch& batch) {
  std::string bytes;
  std::size_t exchanges = 0;
  for (const auto& exchange : batch) {
    bytes.append(transcript_->line(*exchange));
    ++exchanges;
    if (!transcript_->is_full(bytes.size())) continue;
    if (!write(bytes, exchanges) || !begin_next()) return false;
    bytes.clear();
    exchanges = 0;
  }
  return write(bytes, exchanges);
}

/// The file has its size: it is ended and set aside for one that begins.
bool Recorder::begin_next() {
  if (!write(end(), 0)) return false;
  try {
    set_aside(options_.path);
    transcript_->turn_to(TranscriptFile::make(options_.path, false));
  } catch (const std::runtime_error& error) {
    fail(error.what());
    return false;
  }
  return write(transcript_->beginning(), 0);
}

/// Why the old file is still written to; empty if it is not.
std::string Recorder::reopen_now() {
  if (transcript_->file().is_in_place()) return "the file is where it was: move it away first";
  try {
    auto next = TranscriptFile::make(options_.path, false);
    if (!write(end(), 0)) return status().error;
    transcript_->turn_to(std::move(next));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return write(transcript_->beginning(), 0) ? std::string() : status().error;
}

void Recorder::answer(std::string text) {
  const std::lock_guard lock(mutex_);
  reopen_->set_value(std::move(text));
  reopen_.reset();
}

/// What the file ends with, dropped exchanges counted.
std::string Recorder::end() {
  const std::lock_guard lock(mutex_);
  return transcript_->end(dropped_ - std::exchange(dropped_told_, dropped_));
}

bool Recorder::write(const std::string& bytes, std::size_t exchanges) {
  if (bytes.empty()) return true;
  const auto [size, error] = transcript_->append(bytes);
  const auto whole = std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(size), '\n');
  {
    const std::lock_guard lock(mutex_);
    const auto written = exchanges == 0 ? 0 : static_cast<std::size_t>(whole);
    written_ += written;
    in_hand_ -= written;
  }
  if (error) fail(error.message());
  return !error;
}

void Recorder::fail(const std::string& reason) {
  std::string error;
  {
    const std::lock_guard lock(mutex_);
    lost_ += queue_.size() + in_hand_;
    queue_.clear();
    queued_bytes_ = in_hand_ = 0;
    full_ = false;
    error = error_ = "the recording to " + options_.path.string() + " has ended: " + reason + "; " +
                     std::to_string(written_) +
                     " exchanges were written, and those that come now are lost. Make room and "
                     "start again with another file";
  }
  tell_hold();
  failed_(error);
}

/// Tells hold_ what holds, without a lock and one call at a time: whoever finds another at it
/// leaves the latest word to that one.
void Recorder::tell_hold() {
  std::unique_lock lock(mutex_);
  if (telling_) return;
  telling_ = true;
  while (told_full_ != full_) {
    const bool full = told_full_ = full_;
    lock.unlock();
    hold_(full);
    lock.lock();
  }
  telling_ = false;
}

}  // namespace stunt::recorder
