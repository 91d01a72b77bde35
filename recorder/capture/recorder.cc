// SPDX-License-Identifier: MIT
#include "recorder/capture/recorder.h"

#include <algorithm>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

#include "recorder/capture/describe.h"
#include "recorder/capture/transcript_file.h"
#include "recorder/transcript/digest.h"
#include "recorder/transcript/write_line.h"

namespace stunt::recorder {
namespace {

/// So many exchanges are written at once: enough to save system calls, few enough that a process
/// that is killed loses little.
constexpr std::size_t kBatch = 256;

/// About what an exchange holds in memory besides its bodies.
constexpr std::size_t kOverhead = 2048;

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

/// Everything that makes the file's bytes.
class Recorder::Lines {
 public:
  Lines(const RecorderOptions& options, const aws::ServiceModel& service, world::Moment started)
      : file_(options.path, options.overwrite),
        header_(options.header),
        describer_(options.header, service, started) {}

  std::string header() const { return to_line(header_) + "\n"; }

  std::string exchange(const aws::Exchange& exchange) {
    const auto line = describer_.describe(exchange);
    digest_.add(line);
    return to_line(line) + "\n";
  }

  std::string footer(std::uint64_t exchanges) const {
    return to_line(Footer{exchanges, digest_.value()}) + "\n";
  }

  TranscriptFile& file() { return file_; }

 private:
  TranscriptFile file_;
  const Header header_;
  Describer describer_;
  Digest digest_;
};

Recorder::Recorder(RecorderOptions options, const aws::ServiceModel& service, world::Moment started,
                   Hold hold, Failed failed)
    : options_(std::move(options)),
      hold_(std::move(hold)),
      failed_(std::move(failed)),
      lines_(std::make_unique<Lines>(options_, service, started)),
      writer_([this] { run(); }) {}

Recorder::~Recorder() { close(); }

void Recorder::record(std::shared_ptr<const aws::Exchange> exchange) {
  {
    const std::lock_guard lock(mutex_);
    if (closing_ || !error_.empty()) {
      ++lost_;
      return;
    }
    queued_bytes_ += memory_of(*exchange);
    queue_.push_back(std::move(exchange));
    full_ = full_ || queue_.size() >= options_.queued_most ||
            queued_bytes_ >= options_.queued_bytes_most;
  }
  changed_.notify_one();
  tell_hold();
}

Status Recorder::status() const {
  const std::lock_guard lock(mutex_);
  return {written_, queue_.size() + in_hand_, lost_, error_};
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
    if (!write(lines_->header(), 0)) return;
    for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) {
      std::string bytes;
      for (const auto& exchange : batch) bytes.append(lines_->exchange(*exchange));
      if (!write(bytes, batch.size())) return;
    }
    write(lines_->footer(written_), 0);
  } catch (const std::exception&) {
    // Its text may quote what must not be told.
    fail("an exchange could not be written down; this is a bug in stunt");
  }
}

/// Waits for exchanges; none means that there will be no more.
Recorder::Batch Recorder::next_batch() {
  Batch batch;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closing_ || !queue_.empty(); });
    while (!queue_.empty() && batch.size() < kBatch) {
      queued_bytes_ -= memory_of(*queue_.front());
      batch.push_back(std::move(queue_.front()));
      queue_.pop_front();
    }
    in_hand_ = batch.size();
    full_ = full_ && (queue_.size() > options_.queued_most / 2 ||
                      queued_bytes_ > options_.queued_bytes_most / 2);
  }
  tell_hold();
  return batch;
}

bool Recorder::write(const std::string& bytes, std::size_t exchanges) {
  const auto [size, error] = lines_->file().append(bytes);
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
    error = error_ = "the recording to " + options_.path.string() + " has ended: " + reason +
                     "; it has " + std::to_string(written_) +
                     " exchanges, and those that come now are lost. Make room and start again "
                     "with another file";
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
