// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "aws/call.h"
#include "aws/json.h"

namespace stunt::test {

/// A call as it comes off the wire, together with the request it points into. Unsigned, first of
/// its kind (seq 1, ordinal 1) unless told otherwise.
class CallBuilder {
 public:
  CallBuilder(const aws::ServiceModel& service, std::string_view operation, const aws::Json& body);

  CallBuilder& header(std::string name, std::string value);
  CallBuilder& raw_body(std::string body);
  CallBuilder& ordinal(std::uint64_t value);

  /// Adds an Authorization header of this shape; nothing in it is computed.
  CallBuilder& signed_by(std::string_view access_key_id, std::string_view region = "us-east-1");

  /// Valid as long as this builder lives and is not changed.
  const aws::Call& call();

 private:
  const aws::ServiceModel& service_;
  http::Request request_;
  aws::Call call_;
  std::uint64_t ordinal_ = 1;
};

}  // namespace stunt::test
