// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/outcome.h"
#include "aws/outcome_kind.h"
#include "recorder/redaction/redact_headers.h"
#include "world/clock.h"

namespace stunt::recorder {

/// One exchange as a transcript tells it: redacted, and nothing in it points anywhere else.
/// Members are those of the line (docs/transcript-format.md). An empty text is not written.
struct ExchangeLine {
  struct Spans {
    world::Duration queue{0};     ///< waited behind the request before it on its connection
    world::Duration engine{0};    ///< was being answered
    world::Duration injected{0};  ///< waited because a fault said so
    world::Duration write{0};     ///< first to last byte of the answer
    world::Duration total() const { return queue + engine + injected + write; }
  };
  struct Key {
    std::string secret_id;
    std::string access_key_id;
    std::string region;
    std::string canonical;
  };
  struct Sdk {
    std::string invocation;
    unsigned attempt = 0;  ///< 0: not said
    unsigned max = 0;
    std::string ttl;
    std::string user_agent;
  };
  struct Trace {
    std::string parent;
    std::string state;
  };
  struct Signed {
    std::string algorithm;
    std::vector<std::string> headers;
    std::string date;
  };
  /// A body that is a JSON object, and how large it was on the wire; of others only the size.
  struct Body {
    std::optional<aws::Json> json;
    std::uint64_t size = 0;
  };
  struct Request {
    std::string method;
    std::string path;
    std::string query;
    HeaderList headers;
    Body body;
  };
  struct Reply {
    int status = 0;
    HeaderList headers;
    Body body;
  };
  struct Error {
    std::string code;
    std::string retryable;
  };
  struct Fault : aws::FiredFault {
    /// Of the answer, head included, that went out; only where a fault or its end may have cut it.
    std::optional<std::uint64_t> bytes_sent{};
  };

  std::uint64_t seq = 0;
  std::string scope = "default";
  std::string id;
  world::Duration t{0};   ///< arrival on the scenario's clock, since its start
  world::Duration at{0};  ///< arrival on the machine's clock, since the server's start
  Spans dur;
  std::uint64_t connection = 0;
  bool reused = false;
  std::optional<std::string> op;  ///< empty unless the service has it
  Key key;
  Sdk sdk;
  Trace trace;
  std::optional<Signed> sig;
  Request req;
  std::optional<Reply> res;   ///< what was sent, all or some of it; empty if nothing was
  std::optional<Reply> real;  ///< what the engine answered, where that was not sent
  aws::OutcomeKind outcome = aws::OutcomeKind::ok;
  std::optional<bool> applied;
  std::optional<Error> error;
  std::vector<Fault> faults;
  std::optional<aws::Replayed> replayed;
  std::vector<aws::NearMiss> near;
};

/// The last line of a transcript that was closed in order.
struct Footer {
  std::uint64_t exchanges = 0;
  std::string digest;
};

}  // namespace stunt::recorder
