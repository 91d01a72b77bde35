// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/secrets_manager.h"

namespace stunt::bench {

/// An emulator that knows so many secrets, made by calls, and how long calls take there. Names are
/// "team-7/service-0000123/password": the same number of secrets to each of ten teams.
class WorldOfSecrets {
 public:
  explicit WorldOfSecrets(int secrets);

  int size() const { return size_; }

  /// Bytes of the heap that each secret takes, without its value.
  double bytes_a_secret() const { return bytes_a_secret_; }
  double create_ns() const { return create_ns_; }

  /// The mean of `count` reads, each of a secret of its own choice: request, JSON, answer.
  double get_ns(int count);

  /// Reads each secret once.
  void read_all();

  /// The next day has begun: nothing was read yet.
  void a_day_passes() { clock_.advance(std::chrono::days(1)); }

  /// Every second secret is scheduled for deletion.
  void delete_half();

  /// The mean of `count` answers to ListSecrets with these members ("" for none).
  double list_ns(int count, const std::string& members);

  /// The NextToken of the last page.
  std::string last_token(const std::string& members);

 private:
  struct Timed {
    double ns;
    std::string body;  ///< of the last answer
  };

  /// The mean time from request to answer.
  Timed time(const std::vector<http::Request>& requests);

  const int size_;
  world::VirtualClock clock_;
  const world::Random random_{42};
  std::uint64_t ordinal_ = 0;
  emulator::SecretsManager emulator_;
  double bytes_a_secret_ = 0;
  double create_ns_ = 0;
};

}  // namespace stunt::bench
