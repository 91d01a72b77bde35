// SPDX-License-Identifier: MIT
#include "recorder/show/tail.h"

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stunt::recorder {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, int error) {
  throw std::runtime_error("cannot read " + path.string() + ": " +
                           std::generic_category().message(error));
}

}  // namespace

Tail::Piece Tail::next() {
  if (!file_ || begins_anew()) {
    // Between the last look and now, the old file may have got its last lines.
    if (const auto rest = file_ ? read() : std::string_view(); !rest.empty()) return {rest, false};
    http::Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
      if (errno == ENOENT) return {};
      refuse(path_, errno);
    }
    file_ = std::move(file);
    offset_ = 0;
  }
  const bool is_first = offset_ == 0;
  return {read(), is_first};
}

std::string_view Tail::read() {
  const auto size =
      ::pread(file_.get(), buffer_.data(), buffer_.size(), static_cast<off_t>(offset_));
  if (size < 0) refuse(path_, errno);
  offset_ += static_cast<std::uint64_t>(size);
  return {buffer_.data(), static_cast<std::size_t>(size)};
}

/// True if another file has the name now, or this one is shorter than what was read of it.
bool Tail::begins_anew() {
  struct stat open {
  }, named{};
  if (::fstat(file_.get(), &open) != 0) refuse(path_, errno);
  if (static_cast<std::uint64_t>(open.st_size) < offset_) return true;
  if (::stat(path_.c_str(), &named) != 0) return false;
  return open.st_ino != named.st_ino || open.st_dev != named.st_dev;
}

}  // namespace stunt::recorder
