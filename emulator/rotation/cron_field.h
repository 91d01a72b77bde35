// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace stunt::emulator {

/// Which numbers a field of a cron expression may mean, and how it may say so. Increments ("2/4",
/// "*/4", "/4": from the smallest number) are always allowed.
struct CronField {
  unsigned min;
  unsigned max;                               ///< below 64
  std::span<const std::string_view> names{};  ///< of min, min + 1 …; three letters, any case
  bool lists = true;                          ///< "1,15", "1-15" and "*" by itself are allowed
};

/// A set of numbers; the bit n is the number n.
using CronSet = std::uint64_t;

/// One number or name, nothing around it.
std::optional<unsigned> read_cron_number(std::string_view text, const CronField& field);

/// The numbers that one item of a field's list means: "5", "1-15", "1/10", "MON-FRI", "*".
std::optional<CronSet> read_cron_item(std::string_view text, const CronField& field);

/// The numbers that a whole field means. Nothing if it is not of that form; never an empty set.
std::optional<CronSet> read_cron_field(std::string_view text, const CronField& field);

}  // namespace stunt::emulator
