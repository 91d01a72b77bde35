// SPDX-License-Identifier: MIT
#include "aws/kind.h"

namespace stunt::aws {

bool is_of_kind(const Json& value, Kind kind) {
  switch (kind) {
    case Kind::string:
    case Kind::blob:
      return value.is_string();
    case Kind::integer:
    case Kind::timestamp:
      return value.is_number();
    case Kind::boolean:
      return value.is_boolean();
    case Kind::list:
      return value.is_array();
    case Kind::map:
    case Kind::structure:
      return value.is_object();
  }
  return false;
}

}  // namespace stunt::aws
