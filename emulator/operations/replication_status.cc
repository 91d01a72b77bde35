// SPDX-License-Identifier: MIT
#include "emulator/operations/replication_status.h"

#include "emulator/operations/output.h"
#include "emulator/replication/counterparts.h"

namespace stunt::emulator {
namespace {

using Status = Replica::Status;

std::string_view word(Status status) {
  if (status == Status::in_progress) return "InProgress";
  return status == Status::in_sync ? "InSync" : "Failed";
}

/// Empty as long as there is nothing to say.
std::string message(const Secret& secret, const Replica& replica) {
  if (replica.status == Status::in_progress) return "";
  if (replica.status == Status::in_sync) return "Replication succeeded";
  return "Replication failed: Secret name " + secret.name + " already exists in region " +
         replica.region + ".";
}

}  // namespace

aws::Json replication_status(const Context& context, const Secret& secret) {
  auto list = aws::Json::array();
  for (const auto& replica : secret.replication.replicas) {
    const auto& key = replica.kms_key_id;
    aws::Json json = {{"Region", replica.region},
                      {"KmsKeyId", key.empty() ? "alias/aws/secretsmanager" : key},
                      {"Status", word(replica.status)}};
    const auto text = message(secret, replica);
    if (!text.empty()) json["StatusMessage"] = text;
    const auto* there = find_replica(secret, replica, context.shelves, context.now);
    if (there && there->accessed) json["LastAccessedDate"] = seconds(*there->accessed);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace stunt::emulator
