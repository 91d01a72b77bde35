// SPDX-License-Identifier: MIT
#include "stunt/secret.h"

#include <ostream>

namespace stunt {

std::ostream& operator<<(std::ostream& out, const Value& value) {
  return out << (value == "" ? "(none)" : "(secret)");
}

std::ostream& operator<<(std::ostream& out, const Version& version) {
  out << version.id << " {";
  for (std::size_t i = 0; i < version.stages.size(); ++i) {
    out << (i > 0 ? ", " : "") << version.stages[i];
  }
  return out << "}";
}

std::ostream& operator<<(std::ostream& out, const Secret& secret) {
  out << secret.name;
  if (!secret.exists) return out << ", which does not exist";
  if (secret.deleted) out << ", which is deleted";
  for (const auto& version : secret.versions) out << "\n  " << version;
  return out;
}

}  // namespace stunt
