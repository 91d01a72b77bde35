// SPDX-License-Identifier: MIT
#include "harness/admin/body.h"

namespace stunt::harness::admin {

Body::Body(const Ask& ask) {
  if (ask.request.body.empty()) throw Problem(400, "there is no body; send JSON, or YAML");
  document_ = input::parse_document(ask.request.body, problems_);
  problems_.throw_if_any();
}

}  // namespace stunt::harness::admin
