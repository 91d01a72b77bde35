// SPDX-License-Identifier: MIT
#include "harness/script/secrets_there.h"

#include "aws/json.h"

namespace stunt::harness {

std::set<std::pair<std::string, std::string>> secrets_there(OwnCalls& calls) {
  std::set<std::pair<std::string, std::string>> there;
  aws::Json input = {{"IncludePlannedDeletion", true}};
  for (bool more = true; more;) {
    const auto page = calls.ask("ListSecrets", input).value_or(aws::Json::object());
    for (const auto& secret : page.value("SecretList", aws::Json::array())) {
      const auto versions = secret.value("SecretVersionsToStages", aws::Json::object());
      for (const auto& [version, stages] : versions.items()) {
        there.emplace(secret.value("Name", ""), version);
      }
    }
    more = page.contains("NextToken");
    if (more) input["NextToken"] = page["NextToken"];
  }
  return there;
}

}  // namespace stunt::harness
