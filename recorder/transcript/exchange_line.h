// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/outcome.h"
#include "aws/outcome_kind.h"
#include "aws/service_model.h"
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
    std::optional<bool> valid{};  ///< empty: nobody has verified it
    bool presigned = false;       ///< it came in the query
  };
  /// A body that is a JSON object, and how large it was on the wire; of others only the size, or
  /// their bytes where secrets are revealed.
  struct Body {
    std::optional<aws::Json> json{};
    std::optional<std::string> raw{};
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

  std::size_t line = 0;  ///< of the file that it was read from; 0: of none
  std::uint64_t seq = 0;
  std::string scope = "default";
  std::string id;
  world::Duration t{0};   ///< arrival on the scenario's clock, since its start
  world::Duration at{0};  ///< arrival on the machine's clock, since the server's start
  Spans dur;
  std::uint64_t connection = 0;
  bool reused = false;
  /// Empty unless the service has it, or the call says that it is another's.
  std::optional<std::string> op;
  std::string service;  ///< that other's name; empty: the call is for the service of the header
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
  std::optional<aws::UpstreamError> upstream_error;
  std::vector<Fault> faults;
  std::optional<aws::Replayed> replayed;
  std::vector<aws::NearMiss> near;

  /// It calls an operation of the service.
  bool is_known() const { return op && service.empty(); }
};

/// The operation that a line calls; null if the service does not have it, also where another
/// service has one of that name.
const aws::OperationModel* operation_of(const ExchangeLine& line, const aws::ServiceModel& service);

/// The last line of a transcript that was closed in order.
struct Footer {
  std::uint64_t exchanges = 0;
  std::string digest;
  std::uint64_t dropped = 0;  ///< lost because the writer could not keep up
};

}  // namespace stunt::recorder
