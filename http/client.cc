// SPDX-License-Identifier: MIT
#include "http/client.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <utility>

#include <curl/curl.h>
#include <pthread.h>

#include "http/ascii.h"

namespace stunt::http {
namespace {

constexpr std::size_t kAtOnce = 16;
constexpr std::size_t kMostBody = 6 * 1024 * 1024;  // what a function may answer
constexpr int kRestMs = 60'000;                     // it is woken, or a transfer wakes it

template <auto Function>
struct Frees {
  template <typename T>
  void operator()(T* pointer) const {
    Function(pointer);
  }
};
using Easy = std::unique_ptr<CURL, Frees<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Frees<curl_multi_cleanup>>;
using List = std::unique_ptr<curl_slist, Frees<curl_slist_free_all>>;

/// One errand on its way.
struct Transfer {
  Errand errand;
  Client::Done done;
  Reply reply{};
  List headers{};
  Easy easy{};
};

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* transfer) {
  auto& body = static_cast<Transfer*>(transfer)->reply.body;
  if (body.size() + size > kMostBody) return 0;
  body.append(bytes, size);
  return size;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* transfer) {
  auto& headers = static_cast<Transfer*>(transfer)->reply.headers;
  std::string_view line(bytes, size);
  line = line.substr(0, line.find_last_not_of("\r\n") + 1);
  const auto colon = line.find(':');
  if (line.starts_with("HTTP/")) {
    headers = {};  // what came before was "100 Continue"
  } else if (colon != std::string_view::npos) {
    headers.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
  }
  return size;
}

void prepare(Transfer& transfer) {
  auto* easy = (transfer.easy = Easy(curl_easy_init())).get();
  if (!easy) throw std::bad_alloc();
  auto fields = transfer.errand.headers;
  fields.add("Expect", "");  // an empty one is left out, and keeps libcurl from sending its own
  for (const auto& [name, value] : fields) {
    const auto line = name + ":" + (value.empty() ? "" : " " + value);
    if (auto* longer = curl_slist_append(transfer.headers.get(), line.c_str())) {
      transfer.headers.release();
      transfer.headers.reset(longer);
    }
  }
  const auto& body = transfer.errand.body;
  const auto timeout =
      std::chrono::ceil<std::chrono::milliseconds>(transfer.errand.timeout).count();
  curl_easy_setopt(easy, CURLOPT_URL, transfer.errand.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout));
  curl_easy_setopt(easy, CURLOPT_POST, 1L);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
}

NoAnswer why(CURLcode code, CURL* easy) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      return NoAnswer::no_connection;
    case CURLE_OPERATION_TIMEDOUT: {
      curl_off_t connected_us = 0;
      curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected_us);
      return connected_us > 0 ? NoAnswer::late : NoAnswer::no_connection;
    }
    default:
      return NoAnswer::broken;
  }
}

/// libcurl wants this once for the whole process, and never undone while somebody uses it.
void start_libcurl() {
  static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

}  // namespace

class Client::Machine {
 public:
  Machine() {
    start_libcurl();
    multi_.reset(curl_multi_init());
    if (!multi_) throw std::bad_alloc();
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
  void run() {
    while (!stopped_) {
      begin_some();
      int running = 0;
      curl_multi_perform(multi_.get(), &running);
      if (!end_some()) curl_multi_poll(multi_.get(), nullptr, 0, kRestMs, nullptr);
    }
    for (auto& [easy, transfer] : under_way_) curl_multi_remove_handle(multi_.get(), easy);
    for (auto& [easy, transfer] : std::exchange(under_way_, {})) {
      tell(*transfer, tl::unexpected(NoAnswer::stopped));
    }
    while (auto transfer = next_in_line()) tell(*transfer, tl::unexpected(NoAnswer::stopped));
  }

  std::unique_ptr<Transfer> next_in_line() {
    const std::lock_guard lock(mutex_);
    if (line_.empty()) return nullptr;
    auto transfer = std::make_unique<Transfer>(std::move(line_.front()));
    line_.pop_front();
    return transfer;
  }

  void begin_some() {
    while (under_way_.size() < kAtOnce) {
      auto transfer = next_in_line();
      if (!transfer) return;
      prepare(*transfer);
      auto* easy = transfer->easy.get();
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
      const auto ended = under_way_.extract(easy);
      auto& transfer = *ended.mapped();
      if (code != CURLE_OK) {
        tell(transfer, tl::unexpected(why(code, easy)));
        continue;
      }
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      transfer.reply.status = static_cast<int>(status);
      tell(transfer, std::move(transfer.reply));
    }
    return any;
  }

  static void tell(Transfer& transfer, tl::expected<Reply, NoAnswer> result) {
    try {
      transfer.done(std::move(result));
    } catch (...) {
      // Its own affair: the errand is done.
    }
  }

  Multi multi_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::deque<Transfer> line_;
  std::map<CURL*, std::unique_ptr<Transfer>> under_way_;  ///< on the thread only
  std::thread thread_;
};

Client::Client() : machine_(std::make_unique<Machine>()) {}

Client::~Client() = default;

void Client::post(Errand errand, Done done) { machine_->post(std::move(errand), std::move(done)); }

}  // namespace stunt::http
