// SPDX-License-Identifier: MIT
#include "harness/embedded/read_rule.h"

#include "emulator/model/secrets_manager.h"
#include "harness/embedded/handler_fault.h"
#include "harness/embedded/read.h"
#include "scenarios/read_rule.h"

namespace stunt::embedded {

scenarios::Rule read_rule(const Rule& rule, const std::string& id,
                          const scenarios::Board::States& machines, bool scoped) {
  auto read_rule = read("On()", rule.json(id), [&](const input::Value& value) {
    return scenarios::read_rule(value, emulator::secrets_manager(), machines, scoped);
  });
  if (!rule.handler()) return read_rule;
  for (auto& action : read_rule.then) {
    if (action.kind == "respond") action.fault = std::make_shared<HandlerFault>(rule.handler());
  }
  return read_rule;
}

}  // namespace stunt::embedded
