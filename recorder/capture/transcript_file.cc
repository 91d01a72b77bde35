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

TranscriptFile::TranscriptFile(std::filesystem::path path, bool overwrite)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) {
  if (!file_) refuse(path_, last_error().message());
  struct stat status {};
  if (::fstat(file_.get(), &status) != 0) refuse(path_, last_error().message());
  if (!S_ISREG(status.st_mode) || status.st_size == 0) return;
  if (!overwrite) {
    refuse(path_, "there is something in it; record to another file, or say --overwrite");
  }
  if (::ftruncate(file_.get(), 0) != 0) refuse(path_, last_error().message());
}

TranscriptFile::Written TranscriptFile::append(std::string_view bytes) {
  Written written;
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
  return written;
}

}  // namespace stunt::recorder
