// SPDX-License-Identifier: MIT
#include "harness/output_file.h"

#include <cerrno>
#include <iostream>
#include <stdexcept>
#include <system_error>

namespace stunt::harness {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& reason) {
  throw std::runtime_error("cannot write " + path.string() + ": " + reason);
}

std::string last_error() { return std::generic_category().message(errno ? errno : EIO); }

}  // namespace

OutputFile::OutputFile(std::filesystem::path path, bool overwrite) : path_(std::move(path)) {
  if (path_.empty()) return;
  std::error_code unknown;
  const auto status = std::filesystem::status(path_, unknown);
  const bool regular = std::filesystem::is_regular_file(status);
  if (regular && !overwrite && std::filesystem::file_size(path_, unknown) > 0) {
    refuse(path_, "there is something in it; write to another file, or say --overwrite");
  }
  // What is no file of its own, a terminal or a pipe, cannot be replaced by one.
  if (regular || !std::filesystem::exists(status)) part_ = path_.string() + ".part";
  errno = 0;
  file_.open(part_.empty() ? path_ : part_, std::ios::binary);
  if (!file_) {
    const auto reason = last_error();
    part_.clear();
    refuse(path_, reason);
  }
  // For its owner only, as transcripts are.
  if (!part_.empty()) std::filesystem::permissions(part_, std::filesystem::perms(0600), unknown);
}

OutputFile::~OutputFile() {
  std::error_code unknown;
  if (!part_.empty()) std::filesystem::remove(part_, unknown);
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

void OutputFile::close() {
  errno = 0;
  stream().flush();
  if (!stream()) refuse(path_.empty() ? "to stdout" : path_, last_error());
  if (path_.empty()) return;
  file_.close();
  if (!file_) refuse(path_, last_error());
  if (part_.empty()) return;
  std::error_code error;
  std::filesystem::rename(part_, path_, error);
  if (error) refuse(path_, error.message());
  part_.clear();
}

}  // namespace stunt::harness
