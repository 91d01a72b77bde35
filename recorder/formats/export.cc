// SPDX-License-Identifier: MIT
#include "recorder/formats/export.h"

#include <array>

#include "recorder/formats/format_writer.h"

namespace stunt::recorder {
namespace {

struct Known {
  ExportFormat format;
  std::unique_ptr<FormatWriter> (*make)(const WriterTools&);
};

/// By ExportFormat.
constexpr std::array<std::string_view, 5> kNames = {"har", "wiremock", "curl", "scenario", "otlp"};
constexpr std::array<Known, 5> kWriters = {{{ExportFormat::har, make_har_writer},
                                            {ExportFormat::wiremock, make_wiremock_writer},
                                            {ExportFormat::curl, make_curl_writer},
                                            {ExportFormat::scenario, make_scenario_writer},
                                            {ExportFormat::otlp, make_otlp_writer}}};

}  // namespace

std::span<const std::string_view> export_format_names() { return kNames; }

StreamEnd export_transcript(const std::filesystem::path& path, ExportFormat format,
                            const aws::ServiceModel& service, std::ostream& out, Losses& losses) {
  const auto writer =
      kWriters[static_cast<std::size_t>(format)].make(WriterTools{out, service, losses});
  if (writer->wants_survey()) {
    stream_transcript(path, {[](const Header&) {},
                             [&](const ExchangeLine& exchange) { writer->survey(exchange); }});
  }
  auto end =
      stream_transcript(path, {[&](const Header& header) { writer->begin(header); },
                               [&](const ExchangeLine& exchange) { writer->add(exchange); }});
  writer->end();
  return end;
}

}  // namespace stunt::recorder
