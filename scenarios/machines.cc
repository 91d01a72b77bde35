// SPDX-License-Identifier: MIT
#include "scenarios/machines.h"

#include <vector>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/read_name.h"

namespace stunt::scenarios {

using input::quote;

Machines read_machines(const input::Value& value, const std::string& file) {
  Machines machines;
  for (const auto& entry : value.entries()) {
    if (!is_name(entry.name)) {
      entry.value.wrong(entry.at, quote(entry.name) + " is not a name", kNameHint);
    }
    const std::string name(entry.name);
    // Declared, also if its state is wrong: else each rule about it would be told of, too.
    machines.initial[name] = read_state(entry.value).value_or("");
    machines.places[name] = {file, entry.at.line, entry.at.column};
  }
  return machines;
}

void check_machine(const input::Entry& entry, const Board::States* declared) {
  if (!declared || declared->contains(entry.name)) return;
  std::vector<std::string_view> names;
  for (const auto& machine : *declared) names.push_back(machine.first);
  entry.value.wrong(entry.at, "unknown machine " + quote(entry.name),
                    names.empty() ? "declare it in 'state'" : input::suggest(entry.name, names));
}

std::optional<std::string> read_state(const input::Value& value) {
  const auto text = value.text();
  if (!text) return std::nullopt;
  if (!text->empty()) return std::string(*text);
  value.wrong("the state has no name", "write one such as idle");
  return std::nullopt;
}

}  // namespace stunt::scenarios
