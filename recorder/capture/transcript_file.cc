// SPDX-License-Identifier: MIT
#include "recorder/capture/transcript_file.h"

#include <cerrno>
#include <stdexcept>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stunt::recorder {
namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& reason) {
  throw std::runtime_error("cannot record to " + path.string() + ": " + reason);
}

}  // namespace

TranscriptFile::TranscriptFile(std::filesystem::path path, int flags)
    : path_(std::move(path)), file_(::open(path_.c_str(), flags | O_WRONLY | O_CLOEXEC, 0600)) {
  if (!file_) refuse(path_, last_error().message());
  struct stat status {};
  if (::fstat(file_.get(), &status) != 0) refuse(path_, last_error().message());
  regular_ = S_ISREG(status.st_mode);
  if (regular_) size_ = static_cast<std::uint64_t>(status.st_size);
}

TranscriptFile TranscriptFile::make(std::filesystem::path path, bool overwrite) {
  TranscriptFile file(std::move(path), O_CREAT);
  if (file.size_ == 0) return file;
  if (!overwrite) {
    refuse(file.path_,
           "there is something in it; record to another file, or say --record-mode all");
  }
  if (::ftruncate(file.file_.get(), 0) != 0) refuse(file.path_, last_error().message());
  file.size_ = 0;
  return file;
}

TranscriptFile TranscriptFile::behind(std::filesystem::path path, std::uint64_t size) {
  TranscriptFile file(std::move(path), 0);
  file.size_ = size;
  file.cut_ = false;
  return file;
}

bool TranscriptFile::is_in_place() const {
  struct stat here {
  }, there{};
  return ::fstat(file_.get(), &here) == 0 && ::stat(path_.c_str(), &there) == 0 &&
         here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

TranscriptFile::Written TranscriptFile::append(std::string_view bytes) {
  Written written;
  if (!cut_) {
    const auto end = static_cast<off_t>(size_);
    if (::ftruncate(file_.get(), end) != 0 || ::lseek(file_.get(), end, SEEK_SET) < 0) {
      written.error = last_error();
      return written;
    }
    cut_ = true;
  }
  while (written.bytes < bytes.size()) {
    const auto left = bytes.substr(written.bytes);
    const auto size = ::write(file_.get(), left.data(), left.size());
    if (size >= 0) {
      written.bytes += static_cast<std::size_t>(size);
    } else if (errno != EINTR) {
      written.error = last_error();
      break;
    }
  }
  size_ += written.bytes;
  return written;
}

}  // namespace stunt::recorder
