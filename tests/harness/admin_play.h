// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/json.h"
#include "play.h"

namespace stunt::test {

/// A server, and somebody who asks its admin API.
class AdminPlay : public Play {
 protected:
  struct Answer {
    int status = 0;
    std::string head;
    std::string body;
    aws::Json json;  ///< null if the body is none
  };

  /// `headers` are whole lines.
  Answer admin(const std::string& method, const std::string& path, const std::string& body = {},
               const std::string& headers = "Host: localhost\r\n") {
    return admin_at(stage_->endpoints().front(), method, path, body, headers);
  }

  static Answer admin_at(const std::string& endpoint, const std::string& method,
                         const std::string& path, const std::string& body = {},
                         const std::string& headers = "Host: localhost\r\n") {
    RawClient client(
        static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
    client.send(method + " " + path + " HTTP/1.1\r\n" + headers +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const auto text = client.read_answer(method == "HEAD");
    Answer answer{status_of(text), text.substr(0, text.find("\r\n\r\n")), body_of(text), {}};
    answer.json = aws::parse_json(answer.body).value_or(aws::Json());
    return answer;
  }
};

}  // namespace stunt::test
