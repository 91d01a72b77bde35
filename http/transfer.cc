// SPDX-License-Identifier: MIT
#include "http/transfer.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <utility>

#include "http/ascii.h"
#include "http/limits.h"

namespace stunt::http {
namespace {

/// libcurl adds these by itself, unless they are there or said to be left out.
constexpr std::array<const char*, 3> kOfLibcurl = {"Accept", "Content-Type", "Expect"};

bool has_body(const Errand& errand) {
  return !errand.body.empty() || errand.method == "POST" || errand.method == "PUT" ||
         errand.method == "PATCH";
}

}  // namespace

Transfer::Transfer(Errand errand, Client::Done done, const ClientOptions& options)
    : errand_(std::move(errand)),
      done_(std::move(done)),
      body_most_(options.body_bytes),
      unsent_(errand_.body),
      easy_(curl_easy_init()) {
  if (!easy_) throw std::bad_alloc();
  set_address(options);
  set_request();
  set_headers();
  set_functions();
}

void Transfer::set_address(const ClientOptions& options) {
  const auto timeout = std::chrono::ceil<std::chrono::milliseconds>(errand_.timeout).count();
  curl_easy_setopt(easy(), CURLOPT_URL, errand_.url.c_str());
  curl_easy_setopt(easy(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy(), CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(easy(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy(), CURLOPT_PROXY, "");
  curl_easy_setopt(easy(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy(), CURLOPT_TIMEOUT_MS, static_cast<long>(timeout));
  curl_easy_setopt(easy(), CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (!options.ca_file.empty()) {
    curl_easy_setopt(easy(), CURLOPT_CAINFO, options.ca_file.c_str());
  }
}

void Transfer::set_request() {
  if (!errand_.target.empty()) {
    curl_easy_setopt(easy(), CURLOPT_REQUEST_TARGET, errand_.target.c_str());
  }
  if (errand_.method == "HEAD") {
    curl_easy_setopt(easy(), CURLOPT_NOBODY, 1L);
    return;
  }
  if (has_body(errand_)) {
    curl_easy_setopt(easy(), CURLOPT_POST, 1L);
    curl_easy_setopt(easy(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(errand_.body.size()));
  }
  curl_easy_setopt(easy(), CURLOPT_CUSTOMREQUEST, errand_.method.c_str());
}

void Transfer::set_headers() {
  for (const auto& [name, value] : errand_.headers) {
    // libcurl takes a line without a value for a wish to leave the header out.
    add_header(trimmed(value).empty() ? name + ";" : name + ": " + value);
  }
  for (const char* name : kOfLibcurl) {
    if (!errand_.headers.get(name)) add_header(std::string(name) + ":");
  }
  curl_easy_setopt(easy(), CURLOPT_HTTPHEADER, headers_.get());
}

void Transfer::set_functions() {
  // The body comes from a function that cannot begin anew: over a kept connection that breaks,
  // libcurl would send a request again of which nobody knows whether it was obeyed.
  curl_easy_setopt(easy(), CURLOPT_READFUNCTION, give_body);
  curl_easy_setopt(easy(), CURLOPT_READDATA, this);
  curl_easy_setopt(easy(), CURLOPT_SEEKFUNCTION, refuse_to_repeat);
  curl_easy_setopt(easy(), CURLOPT_SEEKDATA, this);
  curl_easy_setopt(easy(), CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy(), CURLOPT_WRITEDATA, this);
  curl_easy_setopt(easy(), CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(easy(), CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy(), CURLOPT_ERRORBUFFER, words_.data());
}

void Transfer::add_header(const std::string& line) {
  auto* longer = curl_slist_append(headers_.get(), line.c_str());
  if (!longer) throw std::bad_alloc();
  headers_.release();
  headers_.reset(longer);
}

std::size_t Transfer::give_body(char* room, std::size_t, std::size_t size, void* transfer) {
  auto& unsent = static_cast<Transfer*>(transfer)->unsent_;
  const auto part = unsent.substr(0, size);
  std::copy(part.begin(), part.end(), room);
  unsent.remove_prefix(part.size());
  return part.size();
}

std::size_t Transfer::take_body(char* bytes, std::size_t, std::size_t size, void* transfer) {
  auto& self = *static_cast<Transfer*>(transfer);
  self.too_large_ = self.reply_.body.size() + size > self.body_most_;
  if (self.too_large_) return 0;
  self.reply_.body.append(bytes, size);
  return size;
}

std::size_t Transfer::take_header(char* bytes, std::size_t, std::size_t size, void* transfer) {
  auto& self = *static_cast<Transfer*>(transfer);
  self.head_size_ += size;
  self.too_large_ = self.head_size_ > Limits{}.head_bytes;
  if (self.too_large_) return 0;
  auto& headers = self.reply_.headers;
  std::string_view line(bytes, size);
  line = line.substr(0, line.find_last_not_of("\r\n") + 1);
  const auto colon = line.find(':');
  if (line.empty()) {
    self.head_is_whole_ = true;
  } else if (line.starts_with("HTTP/")) {
    headers = {};  // what came before was "100 Continue"
    self.head_is_whole_ = false;
  } else if (colon != std::string_view::npos && !self.head_is_whole_) {  // else it is a trailer
    headers.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
  }
  return size;
}

void Transfer::end(CURLcode code) {
  if (code != CURLE_OK) return tell(tl::unexpected(why(code)));
  if (!head_is_whole_) {
    // libcurl is content with that.
    return tell(tl::unexpected(NoAnswer{NoAnswer::Reason::broken, "closed within the head"}));
  }
  long status = 0;
  curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
  reply_.status = static_cast<int>(status);
  tell(std::move(reply_));
}

NoAnswer Transfer::why(CURLcode code) const {
  using Reason = NoAnswer::Reason;
  const std::string words = words_[0] ? words_.data() : curl_easy_strerror(code);
  if (too_large_) return {Reason::too_large, "the answer is larger than what is taken"};
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return {Reason::no_connection, words};
    case CURLE_OPERATION_TIMEDOUT: {
      // The times that libcurl tells are 0 for a connection that was there at once.
      long sent = 0;
      curl_easy_getinfo(easy(), CURLINFO_REQUEST_SIZE, &sent);
      return {sent > 0 ? Reason::late : Reason::no_connection, words};
    }
    default:
      return {Reason::broken, words};
  }
}

void Transfer::tell(tl::expected<Reply, NoAnswer> result) {
  try {
    done_(std::move(result));
  } catch (...) {
    // Its own affair: the errand is done.
  }
}

}  // namespace stunt::http
