// SPDX-License-Identifier: MIT
#include "recorder/capture/recorder.h"

#include <condition_variable>
#include <fstream>
#include <latch>
#include <thread>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tape.h"

namespace stunt::recorder {
namespace {

using test::Act;
using testing::AllOf;
using testing::HasSubstr;

std::unique_ptr<aws::Exchange> exchange(std::uint64_t seq) {
  return Act("GetSecretValue", {{"SecretId", "a"}}).seq(seq).take();
}

/// What a recorder tells its owner.
class Owner {
 public:
  Recorder::Hold hold() {
    return [this](bool full) {
      const std::lock_guard lock(mutex_);
      holds_.push_back(full);
      changed_.notify_all();
    };
  }
  Recorder::Failed failed() {
    return [this](const std::string& error) {
      const std::lock_guard lock(mutex_);
      errors_.push_back(error);
      changed_.notify_all();
    };
  }
  std::vector<bool> holds() {
    const std::lock_guard lock(mutex_);
    return holds_;
  }
  std::vector<std::string> wait_for_error() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !errors_.empty(); });
    return errors_;
  }
  std::vector<std::string> errors() {
    const std::lock_guard lock(mutex_);
    return errors_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<bool> holds_;
  std::vector<std::string> errors_;
};

class RecorderTest : public testing::Test {
 protected:
  ~RecorderTest() override { std::filesystem::remove(path_); }
  std::unique_ptr<Recorder> open(RecorderOptions options) {
    options.header = test::tape_header();
    return std::make_unique<Recorder>(std::move(options), test::vault_service(), world::Moment{},
                                      owner_.hold(), owner_.failed());
  }
  std::unique_ptr<Recorder> open() { return open({.path = path_}); }

  const std::filesystem::path path_ = test::fresh_path(".jsonl");
  Owner owner_;
};

TEST_F(RecorderTest, WritesHeaderExchangesAndFooter) {
  auto recorder = open();
  for (int seq = 1; seq <= 3; ++seq) recorder->record(exchange(seq));
  EXPECT_TRUE(recorder->close());
  const auto transcript = read_transcript(path_);
  EXPECT_EQ(transcript.exchanges.size(), 3u);
  EXPECT_EQ(transcript.footer->exchanges, 3u);
  EXPECT_TRUE(transcript.notes.empty());
  EXPECT_EQ(transcript.header.seed, 42u);
}

TEST_F(RecorderTest, WritesLinesInTheOrderOfCompletion) {
  auto recorder = open();
  recorder->record(exchange(2));
  recorder->record(exchange(1));
  recorder->close();
  const auto text = test::read_file(path_);
  EXPECT_LT(text.find("\"seq\":2"), text.find("\"seq\":1"));
  EXPECT_EQ(read_transcript(path_).exchanges.front().seq, 1u);
}

TEST_F(RecorderTest, SaysHowItGoes) {
  auto recorder = open();
  recorder->record(exchange(1));
  recorder->close();
  const auto status = recorder->status();
  EXPECT_EQ(status.written, 1u);
  EXPECT_EQ(status.queued, 0u);
  EXPECT_EQ(status.lost, 0u);
  EXPECT_EQ(status.error, "");
}

TEST_F(RecorderTest, MayBeClosedTwice) {
  auto recorder = open();
  EXPECT_TRUE(recorder->close());
  EXPECT_TRUE(recorder->close());
  recorder->record(exchange(1));
  EXPECT_EQ(recorder->status().lost, 1u);
}

TEST_F(RecorderTest, IsClosedWhenItGoes) {
  open()->record(exchange(1));
  EXPECT_TRUE(read_transcript(path_).footer);
}

TEST_F(RecorderTest, RefusesAFileThatHasSomethingInIt) {
  std::ofstream(path_) << "precious";
  try {
    open();
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr(path_.string()), HasSubstr("--record-mode all")));
  }
  EXPECT_EQ(test::read_file(path_), "precious");
}

TEST_F(RecorderTest, OverwritesWhereItMay) {
  std::ofstream(path_) << std::string(100000, 'x');
  open({.path = path_, .overwrite = true})->close();
  EXPECT_NO_THROW(read_transcript(path_));
}

TEST_F(RecorderTest, TakesAnEmptyFile) {
  std::ofstream{path_};
  EXPECT_TRUE(open()->close());
}

TEST_F(RecorderTest, SaysWhyAPathCannotBeWritten) {
  try {
    open({.path = path_ / "no" / "such"});
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(),
                AllOf(HasSubstr(path_.string()), HasSubstr("No such file or directory")));
  }
}

TEST_F(RecorderTest, EndsOnAFullDiskAndSaysSoOnce) {
  auto recorder = open({.path = "/dev/full"});
  EXPECT_THAT(owner_.wait_for_error().front(),
              AllOf(HasSubstr("/dev/full"), HasSubstr("No space left on device")));
  for (int seq = 1; seq <= 5; ++seq) recorder->record(exchange(seq));
  EXPECT_EQ(recorder->status().lost, 5u);
  EXPECT_EQ(recorder->status().error, owner_.errors().front());
  EXPECT_FALSE(recorder->close());
  EXPECT_FALSE(recorder->close());
  EXPECT_EQ(owner_.errors().size(), 1u);
}

/// A file that takes nothing until somebody reads: a pipe of which the writer's side blocks.
class SlowFile : public RecorderTest {
 protected:
  SlowFile() { EXPECT_EQ(::mkfifo(path_.c_str(), 0600), 0); }

  /// Reads the pipe to its end on another thread once `start` is let go.
  std::thread reader(std::latch& start) {
    return std::thread([this, &start] {
      std::ifstream pipe(path_);
      start.wait();
      text_.assign(std::istreambuf_iterator<char>(pipe), {});
    });
  }

  std::string text_;
};

TEST_F(SlowFile, IsWaitedForAndLosesNothing) {
  std::latch start(1);
  auto reading = reader(start);
  auto recorder = open({.path = path_, .queued_most = 20});
  constexpr int kMany = 700;  // a pipe holds less than a hundred of them
  for (int seq = 1; seq <= kMany; ++seq) recorder->record(exchange(seq));
  EXPECT_TRUE(owner_.holds().back());
  EXPECT_GT(recorder->status().queued, 20u);
  start.count_down();
  EXPECT_TRUE(recorder->close());
  recorder.reset();
  reading.join();
  EXPECT_FALSE(owner_.holds().back());
  EXPECT_EQ(read_transcript_text(text_, "pipe").exchanges.size(), std::size_t(kMany));
}

TEST_F(SlowFile, IsNotWaitedForWhereAFullQueueDrops) {
  std::latch start(1);
  auto reading = reader(start);
  auto recorder = open({.path = path_, .overflow = Overflow::drop, .queued_most = 20});
  constexpr std::uint64_t kMany = 700;
  for (std::uint64_t seq = 1; seq <= kMany; ++seq) recorder->record(exchange(seq));
  const auto dropped = recorder->status().dropped;
  EXPECT_GT(dropped, 0u);
  EXPECT_LE(recorder->status().queued, 256u + 20);  // a batch that is being written, and the queue
  start.count_down();
  EXPECT_TRUE(recorder->close());
  recorder.reset();
  reading.join();
  EXPECT_TRUE(owner_.holds().empty());
  const auto transcript = read_transcript_text(text_, "pipe");
  EXPECT_EQ(transcript.exchanges.size() + dropped, kMany);
  EXPECT_EQ(transcript.footer->dropped, dropped);
  EXPECT_THAT(transcript.notes, testing::ElementsAre(HasSubstr("missing")));
}

TEST_F(SlowFile, IsFullByBytesToo) {
  std::latch start(1);
  auto reading = reader(start);
  auto recorder = open({.path = path_, .queued_bytes_most = 2 << 20});
  int seq = 0;
  while (seq < 600) recorder->record(exchange(++seq));
  const auto before = owner_.holds();
  while (seq < 640) {
    auto large = Act("PutSecretValue", {{"SecretString", std::string(60000, 'x')}}).seq(++seq);
    recorder->record(large.raw_answer(200, std::string(100000, 'y')).take());
  }
  const auto holds = owner_.holds();
  start.count_down();
  EXPECT_TRUE(recorder->close());
  recorder.reset();
  reading.join();
  EXPECT_TRUE(before.empty());
  EXPECT_TRUE(!holds.empty() && holds.back());
  EXPECT_FALSE(owner_.holds().back());
}

TEST_F(RecorderTest, TakesExchangesFromManyThreads) {
  constexpr int kThreads = 8, kEach = 200;
  auto recorder = open({.path = path_, .queued_most = 50});
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&recorder, t] {
      for (int i = 0; i < kEach; ++i) recorder->record(exchange(1 + t * kEach + i));
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_TRUE(recorder->close());
  EXPECT_EQ(read_transcript(path_).exchanges.size(), std::size_t(kThreads * kEach));
  const auto holds = owner_.holds();
  for (std::size_t i = 0; i < holds.size(); ++i) EXPECT_EQ(holds[i], i % 2 == 0);
  EXPECT_EQ(holds.size() % 2, 0u);
}

}  // namespace
}  // namespace stunt::recorder
