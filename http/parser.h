// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "http/framer.h"
#include "http/message.h"

namespace stunt::http {

/// Makes a Request of a Frame with Pistache's parser. The parser gets one whole message with none
/// of the headers whose typed readers throw at what an emulator must see (Accept, Content-Type,
/// Date, Host …); those come from the frame, in their order and spelling.
class Parser {
 public:
  explicit Parser(const Limits& limits);
  ~Parser();

  /// Nothing if Pistache refuses the message; the parser is as new either way.
  std::optional<Request> parse(Frame frame);

 private:
  struct Pistache;
  std::unique_ptr<Pistache> pistache_;
};

}  // namespace stunt::http
