// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include <sys/types.h>

#include "../support/raw_client.h"
#include "http/descriptor.h"

namespace stunt::test {

/// How long a case waits for what ought to come. Ours answers within milliseconds; the stock
/// endpoint, where it fails by silence, costs this much.
constexpr int kPatienceMs = 2000;

/// One of the two servers, running in a process of its own, because the stock one spins, hangs and
/// aborts. However a test ends, the process ends with it.
class Subject {
 public:
  /// Throws std::runtime_error if the program does not serve within the patience.
  explicit Subject(const std::string& program);
  ~Subject();

  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;

  RawClient connect() const { return RawClient(port_, kPatienceMs); }
  std::uint16_t port() const { return port_; }

  void start_server();
  void stop_server();

  /// Between the two the process gets no CPU; its kernel goes on to shake hands.
  void freeze();
  void thaw();

  std::size_t open_descriptors() const;
  std::chrono::milliseconds cpu_used() const;

  /// Asks the process to end, makes it if it does not, and returns its exit status, or the signal
  /// that ended it as a negative number.
  int leave();

 private:
  std::string command(const std::string& line);

  pid_t pid_ = -1;
  http::Descriptor ended_;    ///< readable once the process has ended
  http::Descriptor channel_;  ///< the process's standard input and output
  std::uint16_t port_ = 0;
};

class OurServer : public Subject {
 public:
  OurServer() : Subject(WIRE_OUR_SERVER) {}
};

class StockEndpoint : public Subject {
 public:
  StockEndpoint() : Subject(WIRE_STOCK_ENDPOINT) {}
};

}  // namespace stunt::test
