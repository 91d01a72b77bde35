// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "http/message.h"
#include "recorder/formats/losses.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// One request and its answer as another tool has written them down. Nothing of it is redacted.
struct ForeignExchange {
  http::Request request;
  std::optional<http::Reply> reply;  ///< empty if none came
  std::optional<world::Instant> at;
  ExchangeLine::Spans dur{};
  /// How the answer ended, if it did not come as a whole.
  std::optional<aws::OutcomeKind> ended{};
  /// Of the bodies on the wire, if that is known to be another size than they have here.
  std::optional<std::uint64_t> request_size{}, reply_size{};
  /// What the file says of it in the words of a transcript; `req` and `res` are empty.
  std::optional<ExchangeLine> facts{};
  std::string place;  ///< a JSON Pointer
};

/// A file of another tool.
struct Foreign {
  std::optional<Header> header{};  ///< if it was made of a transcript
  std::string tool{};              ///< who made it
  std::vector<ForeignExchange> exchanges{};
};

/// Read the formats. What is not an HTTP exchange is a loss; a member of another type than it must
/// have throws BadLine with its JSON Pointer.
Foreign read_har(const aws::Json& document, Losses& losses);
Foreign read_wiremock(const aws::Json& document, Losses& losses);
Foreign read_hoverfly(const aws::Json& document, Losses& losses);
Foreign read_vcr(const aws::Json& document, Losses& losses);

}  // namespace stunt::recorder
