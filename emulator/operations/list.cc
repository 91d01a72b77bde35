// SPDX-License-Identifier: MIT
#include "emulator/operations/list.h"

#include <algorithm>
#include <array>

#include "emulator/operations/batch_get_secret_value.h"
#include "emulator/operations/cancel_rotate_secret.h"
#include "emulator/operations/create_secret.h"
#include "emulator/operations/delete_resource_policy.h"
#include "emulator/operations/delete_secret.h"
#include "emulator/operations/describe_secret.h"
#include "emulator/operations/get_random_password.h"
#include "emulator/operations/get_resource_policy.h"
#include "emulator/operations/get_secret_value.h"
#include "emulator/operations/list_secret_version_ids.h"
#include "emulator/operations/list_secrets.h"
#include "emulator/operations/put_resource_policy.h"
#include "emulator/operations/put_secret_value.h"
#include "emulator/operations/remove_regions_from_replication.h"
#include "emulator/operations/replicate_secret_to_regions.h"
#include "emulator/operations/restore_secret.h"
#include "emulator/operations/rotate_secret.h"
#include "emulator/operations/stop_replication_to_replica.h"
#include "emulator/operations/tag_resource.h"
#include "emulator/operations/untag_resource.h"
#include "emulator/operations/update_secret.h"
#include "emulator/operations/update_secret_version_stage.h"
#include "emulator/operations/validate_resource_policy.h"

namespace stunt::emulator {

std::span<const Operation> operations() {
  static constexpr std::array kOperations = {
      Operation{"BatchGetSecretValue", batch_get_secret_value},
      Operation{"CancelRotateSecret", cancel_rotate_secret},
      Operation{"CreateSecret", create_secret},
      Operation{"DeleteResourcePolicy", delete_resource_policy},
      Operation{"DeleteSecret", delete_secret},
      Operation{"DescribeSecret", describe_secret},
      Operation{"GetRandomPassword", get_random_password},
      Operation{"GetResourcePolicy", get_resource_policy},
      Operation{"GetSecretValue", get_secret_value},
      Operation{"ListSecretVersionIds", list_secret_version_ids},
      Operation{"ListSecrets", list_secrets},
      Operation{"PutResourcePolicy", put_resource_policy},
      Operation{"PutSecretValue", put_secret_value},
      Operation{"RemoveRegionsFromReplication", remove_regions_from_replication},
      Operation{"ReplicateSecretToRegions", replicate_secret_to_regions},
      Operation{"RestoreSecret", restore_secret},
      Operation{"RotateSecret", rotate_secret},
      Operation{"StopReplicationToReplica", stop_replication_to_replica},
      Operation{"TagResource", tag_resource},
      Operation{"UntagResource", untag_resource},
      Operation{"UpdateSecret", update_secret},
      Operation{"UpdateSecretVersionStage", update_secret_version_stage},
      Operation{"ValidateResourcePolicy", validate_resource_policy},
  };
  return kOperations;
}

const Operation* find_operation(std::string_view name) {
  const auto found = std::ranges::find(operations(), name, &Operation::name);
  return found == operations().end() ? nullptr : &*found;
}

}  // namespace stunt::emulator
