// SPDX-License-Identifier: MIT
#include "recorder/transcript/pieces.h"

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace stunt::recorder {

Pieces::Pieces(const std::filesystem::path& path) : name_(path.string()), in_(file_) {
  errno = 0;
  file_.open(path, std::ios::binary);
  if (!file_ || std::filesystem::is_directory(path)) {
    const int error = file_ ? EISDIR : errno;
    throw std::runtime_error("cannot read " + name_ + ": " +
                             std::generic_category().message(error));
  }
}

std::string_view Pieces::next() {
  in_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
  if (in_.bad()) throw std::runtime_error("cannot read " + name_);
  return {piece_.data(), static_cast<std::size_t>(in_.gcount())};
}

}  // namespace stunt::recorder
