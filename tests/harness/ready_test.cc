// SPDX-License-Identifier: MIT
#include "harness/ready.h"

#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "aws/json.h"
#include "harness/guest.h"
#include "harness/parent_watch.h"

namespace stunt::harness {
namespace {

struct Pipe {
  Pipe() {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    reading = http::Descriptor(ends[0]);
    writing = http::Descriptor(ends[1]);
  }
  http::Descriptor reading, writing;
};

/// Until it is closed, which it must be.
std::string read_all(const http::Descriptor& descriptor) {
  std::string whole;
  char part[256];
  for (ssize_t size; (size = ::read(descriptor.get(), part, sizeof part)) > 0;) {
    whole.append(part, static_cast<std::size_t>(size));
  }
  return whole;
}

std::string complaint(int descriptor) {
  try {
    ReadyDescriptor taken(descriptor);
    return "";
  } catch (const std::invalid_argument& wrong) {
    return wrong.what();
  }
}

TEST(Ready, IsALineOfJson) {
  const auto line = ready_line({"http://127.0.0.1:1", "AKIA", "a\"b", "eu-west-1", ""});
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const auto json = aws::parse_json(line);
  ASSERT_TRUE(json);
  EXPECT_EQ(*json, (aws::Json{{"endpoint", "http://127.0.0.1:1"},
                              {"accessKeyId", "AKIA"},
                              {"secretAccessKey", "a\"b"},
                              {"region", "eu-west-1"},
                              {"pid", ::getpid()}}));
}

TEST(Ready, IsToldOnceAndTheDescriptorClosed) {
  Pipe pipe;
  ReadyDescriptor told(pipe.writing.release());
  told.tell("a line\n");
  EXPECT_EQ(read_all(pipe.reading), "a line\n");
}

TEST(Ready, ClosesTheDescriptorIfThereIsNothingToTell) {
  Pipe pipe;
  { ReadyDescriptor told(pipe.writing.release()); }
  EXPECT_EQ(read_all(pipe.reading), "");
}

TEST(Ready, SaysWhatIsWrongWithADescriptor) {
  Pipe pipe;
  const int closed = pipe.writing.get();
  pipe.writing.close();
  EXPECT_NE(complaint(closed).find("is not open; "), std::string::npos);
  EXPECT_NE(complaint(pipe.reading.get()).find("is open for reading only; "), std::string::npos);
}

TEST(Ready, ThrowsIfNobodyReadsAnyMore) {
  ::signal(SIGPIPE, SIG_IGN);
  Pipe pipe;
  ReadyDescriptor told(pipe.writing.release());
  pipe.reading.close();
  EXPECT_THROW(told.tell("a line\n"), std::runtime_error);
}

TEST(Guest, HasASecretOfItsOwnEachTime) {
  EXPECT_EQ(make_secret_access_key().size(), 40u);
  EXPECT_NE(make_secret_access_key(), make_secret_access_key());
}

TEST(ParentWatch, SaysNothingWhileTheParentIsThere) {
  bool ended = false;
  {
    const ParentWatch watch([&] { ended = true; });
  }
  EXPECT_FALSE(ended);
}

}  // namespace
}  // namespace stunt::harness
