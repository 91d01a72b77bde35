// SPDX-License-Identifier: MIT
#include "harness/loop_thread.h"

#include <future>

#include <pthread.h>

namespace stunt::harness {

LoopThread::LoopThread(const world::Clock& clock)
    : loop_(clock, events_), thread_([this] {
        ::pthread_setname_np(::pthread_self(), "stunt-errands");
        loop_.run();
      }) {}

void LoopThread::stop(const http::Loop::Function& last) {
  if (!thread_.joinable()) return;
  // A loop that is stopped before it runs would run all the same: it is told from inside.
  std::promise<void> done;
  loop_.post([&] {
    last();
    done.set_value();
  });
  done.get_future().wait();
  loop_.stop();
  thread_.join();
}

}  // namespace stunt::harness
