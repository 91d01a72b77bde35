// SPDX-License-Identifier: MIT
#include "emulator/operations/list.h"

#include <algorithm>
#include <array>

#include "emulator/operations/create_secret.h"
#include "emulator/operations/delete_secret.h"
#include "emulator/operations/describe_secret.h"
#include "emulator/operations/get_secret_value.h"
#include "emulator/operations/list_secrets.h"
#include "emulator/operations/put_secret_value.h"
#include "emulator/operations/restore_secret.h"
#include "emulator/operations/tag_resource.h"
#include "emulator/operations/untag_resource.h"
#include "emulator/operations/update_secret.h"

namespace stunt::emulator {

std::span<const Operation> operations() {
  static constexpr std::array kOperations = {
      Operation{"CreateSecret", create_secret},     Operation{"DeleteSecret", delete_secret},
      Operation{"DescribeSecret", describe_secret}, Operation{"GetSecretValue", get_secret_value},
      Operation{"ListSecrets", list_secrets},       Operation{"PutSecretValue", put_secret_value},
      Operation{"RestoreSecret", restore_secret},   Operation{"TagResource", tag_resource},
      Operation{"UntagResource", untag_resource},   Operation{"UpdateSecret", update_secret},
  };
  return kOperations;
}

const Operation* find_operation(std::string_view name) {
  const auto found = std::ranges::find(operations(), name, &Operation::name);
  return found == operations().end() ? nullptr : &*found;
}

}  // namespace stunt::emulator
