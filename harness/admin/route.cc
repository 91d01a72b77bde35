// SPDX-License-Identifier: MIT
#include "harness/admin/route.h"

namespace stunt::harness::admin {

http::Reply json_reply(int status, const aws::Json& body) {
  return {status,
          {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
          body.dump(2, ' ', false, aws::Json::error_handler_t::replace) + "\n"};
}

}  // namespace stunt::harness::admin
