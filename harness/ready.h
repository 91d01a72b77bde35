// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "http/descriptor.h"

namespace stunt::harness {

/// What a program that started this one has to know of it.
struct Reachable {
  std::string endpoint;       ///< "http://127.0.0.1:4566"
  std::string access_key_id;  ///< of a key that is good for calls, signatures verified or not
  std::string secret_access_key;
  std::string region;
  std::string admin;  ///< "http://127.0.0.1:4566/_stunt/v1"; empty: there is no admin API
};

/// {"endpoint":"http://127.0.0.1:4566","accessKeyId":"…","secretAccessKey":"…","region":"…",
/// "admin":"http://127.0.0.1:4566/_stunt/v1","pid":123} and a line feed. Readers ignore members
/// that they do not know.
std::string ready_line(const Reachable& reachable);

/// The descriptor that --ready-fd names, which whoever started this program has opened.
class ReadyDescriptor {
 public:
  /// Standard output: whoever reads it there reads no more than a line, and it stays open.
  static constexpr int kOutput = 1;

  /// Takes it over. Call it before anything else of the program is opened, which could have the
  /// number of one that is missing. Throws std::invalid_argument if it is not open for writing.
  explicit ReadyDescriptor(int number);
  ~ReadyDescriptor();

  ReadyDescriptor(const ReadyDescriptor&) = delete;
  ReadyDescriptor& operator=(const ReadyDescriptor&) = delete;

  /// Writes the line and closes it. Throws std::runtime_error if nobody can have read it.
  void tell(const std::string& line);

 private:
  http::Descriptor descriptor_;
};

/// Written whole or not at all: whoever waits for the file never sees half an address. Throws
/// std::runtime_error.
void write_ready_file(const std::filesystem::path& path, const std::string& endpoint);

}  // namespace stunt::harness
