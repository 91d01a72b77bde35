// SPDX-License-Identifier: MIT
#include "recorder/drift/known_secrets.h"

#include <charconv>
#include <optional>
#include <string_view>

#include "input/document.h"
#include "input/fields.h"

namespace stunt::recorder {
namespace {

std::optional<std::uint64_t> read_number(std::string_view name) {
  std::uint64_t number = 0;
  const auto* end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number > 0 ? std::optional(number)
                                                                 : std::nullopt;
}

void add(const input::Entry& entry, KnownSecrets& secrets, std::map<std::string, int>& lines) {
  const auto number = read_number(entry.name);
  if (!number) {
    entry.value.wrong(entry.at, "expected the number of a pseudonym",
                      "of {{secret:3}} it is \"3\"");
    return;
  }
  const auto value = entry.value.written();
  if (!value) return;
  const auto [first, is_new] = lines.emplace(*value, entry.at.line);
  if (!is_new) {
    entry.value.wrong("the same value stands in line " + std::to_string(first->second) + " already",
                      "in a transcript equal values have one number");
  }
  secrets[*number] = std::string(*value);
}

}  // namespace

KnownSecrets read_known_secrets(const std::filesystem::path& file) {
  const auto document = input::read_document(file);
  input::Problems problems(file.string());
  const input::Value root(document.root(), "", problems);
  KnownSecrets secrets;
  std::map<std::string, int> lines;
  if (root.kind() != input::Kind::object) {
    root.wrong("expected an object", "write {\"1\": \"the value of {{secret:1}}\"}");
  } else {
    for (const auto& entry : root.entries()) add(entry, secrets, lines);
  }
  problems.throw_if_any();
  return secrets;
}

}  // namespace stunt::recorder
