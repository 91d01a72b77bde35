// SPDX-License-Identifier: MIT
#include "harness/ready.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

#include "aws/json.h"

namespace stunt::harness {
namespace {

[[noreturn]] void refuse(int number, const std::string& what) {
  const auto text = std::to_string(number);
  throw std::invalid_argument("--ready-fd: descriptor " + text + " is " + what +
                              "; whoever starts stunt opens it for writing, as in: stunt serve "
                              "--ready-fd " +
                              text + " " + text + "> ready.json");
}

}  // namespace

std::string ready_line(const Reachable& reachable) {
  aws::Json json = {{"endpoint", reachable.endpoint},
                    {"accessKeyId", reachable.access_key_id},
                    {"secretAccessKey", reachable.secret_access_key},
                    {"region", reachable.region}};
  if (!reachable.admin.empty()) json["admin"] = reachable.admin;
  json["pid"] = ::getpid();
  return json.dump() + "\n";
}

ReadyDescriptor::ReadyDescriptor(int number) {
  const int flags = ::fcntl(number, F_GETFL);
  if (flags < 0) refuse(number, "not open");
  if ((flags & O_ACCMODE) == O_RDONLY) refuse(number, "open for reading only");
  // What stunt itself may start has no business with it.
  if (number != kOutput) ::fcntl(number, F_SETFD, FD_CLOEXEC);
  descriptor_ = http::Descriptor(number);
}

ReadyDescriptor::~ReadyDescriptor() {
  if (descriptor_.get() == kOutput) descriptor_.release();
}

void ReadyDescriptor::tell(const std::string& line) {
  for (std::string_view left = line; !left.empty();) {
    const auto written = ::write(descriptor_.get(), left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      throw std::runtime_error("cannot write to descriptor " + std::to_string(descriptor_.get()) +
                               " of --ready-fd: " + std::strerror(errno));
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  if (descriptor_.get() != kOutput) descriptor_.close();
}

void write_ready_file(const std::filesystem::path& path, const std::string& endpoint) {
  auto whole = path;
  whole += ".part";
  std::ofstream(whole) << endpoint;
  std::error_code error;
  std::filesystem::rename(whole, path, error);
  if (error) {
    throw std::runtime_error("cannot write the ready file " + path.string() + ": " +
                             error.message());
  }
}

}  // namespace stunt::harness
