// SPDX-License-Identifier: MIT
#include "recorder/drift/difference.h"

#include <array>

namespace stunt::recorder {
namespace {

constexpr std::array<std::string_view, kSeverities> kNames = {"status", "error", "schema", "data"};

}  // namespace

std::span<const std::string_view> severity_names() { return kNames; }

std::string_view to_string(Severity severity) { return kNames[static_cast<std::size_t>(severity)]; }

}  // namespace stunt::recorder
