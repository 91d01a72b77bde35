// SPDX-License-Identifier: MIT
#include "recorder/replay/recording_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "recorder/transcript/reader.h"

namespace stunt::recorder {
namespace {

[[noreturn]] void refuse(const std::string& name, int error) {
  throw std::runtime_error("cannot read " + name + ": " + std::generic_category().message(error));
}

std::string read_all(int file, const std::string& name) {
  std::string text;
  std::array<char, 64 * 1024> piece;
  for (;;) {
    const auto size = ::read(file, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) refuse(name, errno);
    if (size == 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace

RecordingFile::RecordingFile(const std::filesystem::path& path, std::uint64_t most_in_memory)
    : name_(path.string()), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (!file_) refuse(name_, errno);
  struct stat status {};
  if (::fstat(file_.get(), &status) != 0) refuse(name_, errno);
  size_ = static_cast<std::uint64_t>(status.st_size);
  if (S_ISREG(status.st_mode) && size_ > most_in_memory) return;
  text_ = read_all(file_.get(), name_);
  size_ = text_.size();
  file_.close();
}

std::string RecordingFile::first_line() const {
  constexpr std::size_t kPiece = 4096;
  std::string line;
  while (line.size() < std::min<std::uint64_t>(size_, kLongestLine)) {
    const auto piece = read(line.size(), std::min<std::uint64_t>(kPiece, size_ - line.size()));
    const auto lf = piece.find('\n');
    line.append(piece, 0, lf);
    if (lf != piece.npos) break;
  }
  return line;
}

std::string RecordingFile::read(std::uint64_t offset, std::size_t length) const {
  if (is_in_memory()) return text_.substr(offset, length);
  std::string bytes(length, '\0');
  for (std::size_t done = 0; done < length;) {
    const auto size = ::pread(file_.get(), bytes.data() + done, length - done,
                              static_cast<::off_t>(offset + done));
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) {
      throw RecordingLost("cannot read " + name_ + ": " + std::generic_category().message(errno));
    }
    if (size == 0) throw RecordingLost(name_ + " is shorter than when it was opened");
    done += static_cast<std::size_t>(size);
  }
  return bytes;
}

}  // namespace stunt::recorder
