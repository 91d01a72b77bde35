// SPDX-License-Identifier: MIT
#include "http/client.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

#include <pthread.h>

#include "http/transfer.h"

namespace stunt::http {
namespace {

constexpr int kRestMs = 60'000;  // it is woken, or a transfer wakes it

/// libcurl wants this once for the whole process, and never undone while somebody uses it.
void start_libcurl() {
  static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

}  // namespace

class Client::Machine {
 public:
  explicit Machine(ClientOptions options) : options_(std::move(options)) {
    start_libcurl();
    multi_.reset(curl_multi_init());
    if (!multi_) throw std::bad_alloc();
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(options_.at_once));
    thread_ = std::thread([this] {
      ::pthread_setname_np(::pthread_self(), "stunt-client");
      run();
    });
  }

  ~Machine() {
    stopped_ = true;
    curl_multi_wakeup(multi_.get());
    thread_.join();
  }

  void post(Errand errand, Done done) {
    {
      const std::lock_guard lock(mutex_);
      line_.push_back({std::move(errand), std::move(done)});
    }
    curl_multi_wakeup(multi_.get());
  }

 private:
  struct Waiting {
    Errand errand;
    Done done;
  };

  void run() {
    while (!stopped_) {
      begin_some();
      int running = 0;
      curl_multi_perform(multi_.get(), &running);
      if (!end_some()) curl_multi_poll(multi_.get(), nullptr, 0, kRestMs, nullptr);
    }
    for (auto& [easy, transfer] : under_way_) curl_multi_remove_handle(multi_.get(), easy);
    for (auto& [easy, transfer] : std::exchange(under_way_, {})) transfer->stop();
    while (auto transfer = next_in_line()) transfer->stop();
  }

  std::unique_ptr<Transfer> next_in_line() {
    std::optional<Waiting> next;
    {
      const std::lock_guard lock(mutex_);
      if (line_.empty()) return nullptr;
      next = std::move(line_.front());
      line_.pop_front();
    }
    return std::make_unique<Transfer>(std::move(next->errand), std::move(next->done), options_);
  }

  void begin_some() {
    while (under_way_.size() < options_.at_once) {
      auto transfer = next_in_line();
      if (!transfer) return;
      auto* easy = transfer->easy();
      under_way_.emplace(easy, std::move(transfer));
      curl_multi_add_handle(multi_.get(), easy);
    }
  }

  /// Whether any has ended.
  bool end_some() {
    bool any = false;
    int left = 0;
    while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      any = true;
      auto* easy = message->easy_handle;
      const auto code = message->data.result;  // the message goes with its handle
      curl_multi_remove_handle(multi_.get(), easy);
      under_way_.extract(easy).mapped()->end(code);
    }
    return any;
  }

  const ClientOptions options_;
  std::unique_ptr<CURLM, CurlFree<curl_multi_cleanup>> multi_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::deque<Waiting> line_;
  std::map<CURL*, std::unique_ptr<Transfer>> under_way_;  ///< on the thread only
  std::thread thread_;
};

Client::Client(ClientOptions options) : machine_(std::make_unique<Machine>(std::move(options))) {}

Client::~Client() = default;

void Client::post(Errand errand, Done done) { machine_->post(std::move(errand), std::move(done)); }

}  // namespace stunt::http
