// SPDX-License-Identifier: MIT
//
// A server that promises too much: it answers as `stunt serve --state` does, but commits behind the
// answer. The kill test must find it out.
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

#include <signal.h>

#include "emulator/model/secrets_manager.h"
#include "emulator/secrets_manager.h"
#include "harness/application.h"
#include "http/server.h"
#include "state/keeper.h"

namespace {

using namespace stunt;

class LateStore : public emulator::Store {
 public:
  explicit LateStore(state::Keeper& keeper) : keeper_(keeper) {}

  void note(const emulator::Changes& changes) override { keeper_.note(changes); }

  bool commit() override {
    const std::lock_guard lock(mutex_);
    asked_ = true;
    wake_.notify_one();
    return true;
  }

 private:
  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return asked_; });
      asked_ = false;
      lock.unlock();
      keeper_.commit();
    }
  }

  state::Keeper& keeper_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool asked_ = false;
  std::thread worker_{[this] { work(); }};
};

}  // namespace

/// late_server serve --port 0 --ready-file FILE --state DIR, as `stunt` is called; it only ends by
/// a signal.
int main(int, char** argv) {
  const std::filesystem::path ready = argv[5], directory = argv[7];
  const world::SystemClock clock;
  state::StateFile file(directory, state::Sync::normal, state::StateFile::Absent::make);
  state::Keeper keeper(file);
  LateStore late(keeper);
  emulator::SecretsManager service({"us-east-1", "000000000000"}, clock,
                                   world::Random(file.begin_run()));
  keeper.restore(service.vault().open().shelves, clock.now());
  service.vault().keep_in(late);

  harness::Application application(
      emulator::secrets_manager(), [&](const aws::Call& call) { return service.answer(call); },
      clock);
  http::Server server({{}, 0, 1, {}}, application, clock);
  server.start();
  const auto part = ready.string() + ".part";
  std::ofstream(part) << "http://127.0.0.1:" << server.port();
  std::filesystem::rename(part, ready);
  ::sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGTERM);
  int signal = 0;
  ::sigwait(&signals, &signal);
  ::_exit(0);
}
