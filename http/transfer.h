// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

#include <curl/curl.h>

#include "http/client.h"

namespace stunt::http {

/// Frees what libcurl made.
template <auto Function>
struct CurlFree {
  template <typename T>
  void operator()(T* pointer) const {
    Function(pointer);
  }
};

/// One errand on its way: a libcurl handle that is told what to send, and what came back. libcurl
/// keeps its address. Not thread-safe.
class Transfer {
 public:
  Transfer(Errand errand, Client::Done done, const ClientOptions& options);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* easy() const { return easy_.get(); }

  /// libcurl has done with it: tells the answer, or why there is none.
  void end(CURLcode code);

  /// There will be no answer.
  void stop() { tell(tl::unexpected(NoAnswer{NoAnswer::Reason::stopped})); }

 private:
  using Easy = std::unique_ptr<CURL, CurlFree<curl_easy_cleanup>>;
  using List = std::unique_ptr<curl_slist, CurlFree<curl_slist_free_all>>;

  static std::size_t give_body(char* room, std::size_t, std::size_t size, void* transfer);
  static int refuse_to_repeat(void*, curl_off_t, int) { return CURL_SEEKFUNC_FAIL; }
  static std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* transfer);
  static std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* transfer);

  void set_address(const ClientOptions& options);
  void set_request();
  void set_headers();
  void set_functions();
  void add_header(const std::string& line);
  NoAnswer why(CURLcode code) const;
  void tell(tl::expected<Reply, NoAnswer> result);

  const Errand errand_;
  const Client::Done done_;
  const std::size_t body_most_;
  std::string_view unsent_;  ///< of the body
  Reply reply_{};
  std::size_t head_size_ = 0;
  bool head_is_whole_ = false;
  bool too_large_ = false;
  std::array<char, CURL_ERROR_SIZE> words_{};
  List headers_{};
  Easy easy_;
};

}  // namespace stunt::http
