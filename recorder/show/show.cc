// SPDX-License-Identifier: MIT
#include "recorder/show/show.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <unordered_map>

#include "aws/arn.h"
#include "recorder/show/gaps.h"
#include "recorder/show/table.h"
#include "world/calendar.h"
#include "world/told.h"

namespace stunt::recorder {
namespace {

using Align = Table::Align;
using Color = Table::Color;

constexpr const char* kNothing = "-";

Color color_of(aws::OutcomeKind outcome) {
  if (outcome == aws::OutcomeKind::ok) return Color::none;
  return outcome == aws::OutcomeKind::throttled ? Color::yellow : Color::red;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// "200", "400 ThrottlingException", "clientGone", "reset after 61 bytes"
std::string answer(const ExchangeLine& line) {
  const bool ended =
      line.outcome == aws::OutcomeKind::client_gone || line.outcome == aws::OutcomeKind::reset ||
      line.outcome == aws::OutcomeKind::closed || line.outcome == aws::OutcomeKind::timeout;
  if (ended || !line.res) {
    const auto bytes = line.faults.empty() ? 0 : line.faults.front().bytes_sent.value_or(0);
    const auto text = std::string(to_string(line.outcome));
    return bytes > 0 ? text + " after " + counted(bytes, "byte") : text;
  }
  const auto status = std::to_string(line.res->status);
  return line.error ? status + " " + line.error->code : status;
}

/// The rules, each once, whatever it did to the call.
std::string faults(const ExchangeLine& line) {
  std::string text;
  for (auto at = line.faults.begin(); at != line.faults.end(); ++at) {
    const bool is_told = std::any_of(line.faults.begin(), at,
                                     [&](const auto& earlier) { return earlier.rule == at->rule; });
    if (!is_told) text += (text.empty() ? "" : ", ") + at->rule;
  }
  return text.empty() ? kNothing : text;
}

std::string or_nothing(const std::string& text) { return text.empty() ? kNothing : text; }

std::string summary(const Transcript& transcript) {
  std::size_t faulted = 0, errors = 0;
  for (const auto& line : transcript.exchanges) {
    faulted += line.faults.empty() ? 0 : 1;
    errors += line.outcome == aws::OutcomeKind::ok ? 0 : 1;
  }
  return counted(transcript.exchanges.size(), "exchange") + ", " + std::to_string(faulted) +
         " with faults, " + counted(errors, "error");
}

}  // namespace

void show(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options) {
  show(read_transcript(path), out, options);
}

void show(const Transcript& transcript, std::ostream& out, const ShowOptions& options) {
  const auto& header = transcript.header;
  out << printable(header.tool) << ", engine " << printable(header.engine) << ", seed "
      << header.seed << ", " << world::rfc3339(header.created) << "\n\n";

  Table table({{"seq", Align::right},
               {"time", Align::right},
               {"gap", Align::right},
               {"operation", Align::left, 20},
               {"secret", Align::left, 22},
               {"try", Align::right},
               {"answer", Align::left, 29},
               {"fault", Align::left, 24},
               {"took", Align::right}});
  Gaps gaps;
  for (const auto& line : transcript.exchanges) {
    const auto gap = gaps.next(line);
    const auto secret = aws::secret_name(line.key.secret_id);
    table.add({{std::to_string(line.seq)},
               {world::clock_time(line.t)},
               {gap ? world::told(*gap) : kNothing},
               {line.op.value_or("(unknown)")},
               {or_nothing(std::string(secret))},
               {line.sdk.attempt > 0 ? std::to_string(line.sdk.attempt) : kNothing},
               {answer(line), color_of(line.outcome)},
               {faults(line), line.faults.empty() ? Color::dim : Color::none},
               {world::told(line.dur.total())}});
  }
  table.print(out, options.color);
  out << "\n" << summary(transcript) << "\n";
  for (const auto& note : transcript.notes) out << "note: " << note << "\n";
}

}  // namespace stunt::recorder
