// SPDX-License-Identifier: MIT
#include "scenarios/faults/set_state_fault.h"

#include "scenarios/machines.h"

namespace stunt::scenarios {

Trace SetStateFault::strike(aws::Outcome&, const Occasion& occasion) const {
  std::string what;
  for (const auto& [machine, state] : states_) {
    occasion.board.set(machine, state);
    what += (what.empty() ? "setState:" : ",") + machine + "=" + state;
  }
  return {what};
}

aws::Json SetStateFault::to_json() const {
  aws::Json json = aws::Json::object();
  for (const auto& [machine, state] : states_) json[machine] = state;
  return json;
}

std::shared_ptr<const Fault> read_set_state_fault(const input::Value& value, const Target& target) {
  Board::States states;
  const auto entries = value.entries();
  if (value.kind() == input::Kind::object && entries.empty()) {
    value.wrong("no state is set", "name a machine and its state, such as {region: degraded}");
  }
  for (const auto& entry : entries) {
    check_machine(entry, target.machines);
    if (auto state = read_state(entry.value)) states[std::string(entry.name)] = *std::move(state);
  }
  return std::make_shared<SetStateFault>(std::move(states));
}

}  // namespace stunt::scenarios
