// SPDX-License-Identifier: MIT
#include "racy_secret.h"

#include <thread>

namespace stunt::test {

std::string RacySecret::apply(const Command& command) {
  using What = Command::What;
  if (command.what == What::put && race_ == Race::lock_dropped) {
    return put_with_lock_dropped(command);
  }
  if (command.what == What::move && race_ == Race::label_in_two_steps) {
    return move_in_two_steps(command);
  }
  if (command.what == What::put && race_ == Race::half_written) return put_in_halves(command);
  const std::lock_guard lock(mutex_);
  return secret_.apply(command);
}

std::string RacySecret::put_with_lock_dropped(const Command& command) {
  std::unique_lock lock(mutex_);
  auto copy = secret_;
  lock.unlock();
  std::this_thread::yield();
  auto answer = copy.apply(command);
  lock.lock();
  secret_ = std::move(copy);
  return answer;
}

std::string RacySecret::move_in_two_steps(const Command& command) {
  std::unique_lock lock(mutex_);
  if (secret_.scheduled || secret_.holder(command.label) != command.from) {
    return secret_.apply(command);
  }
  secret_.holders.erase(command.label);
  lock.unlock();
  std::this_thread::yield();
  lock.lock();
  secret_.holders[command.label] = command.version;
  return kDone;
}

std::string RacySecret::put_in_halves(const Command& command) {
  std::unique_lock lock(mutex_);
  if (secret_.scheduled || secret_.values.contains(command.version)) return secret_.apply(command);
  auto half = command;
  half.value.resize(half.value.size() / 2);
  auto answer = secret_.apply(half);
  lock.unlock();
  std::this_thread::yield();
  lock.lock();
  secret_.values[command.version] = command.value;
  return answer;
}

}  // namespace stunt::test
