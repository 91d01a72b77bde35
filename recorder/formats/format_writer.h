// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <ostream>

#include "aws/service_model.h"
#include "recorder/formats/losses.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// Writes a transcript in another format while it is read: begin(), add() for each exchange in the
/// order of arrival, end(). Pseudonyms are written as they stand.
class FormatWriter {
 public:
  virtual ~FormatWriter() = default;

  virtual void begin(const Header& header) = 0;
  virtual void add(const ExchangeLine& exchange) = 0;
  virtual void end() = 0;

  /// True if survey() is to be called for each exchange of the file before begin().
  virtual bool wants_survey() const { return false; }
  virtual void survey(const ExchangeLine&) {}
};

/// What each writer is given; all of it outlives the writer.
struct WriterTools {
  std::ostream& out;
  const aws::ServiceModel& service;
  Losses& losses;
};

std::unique_ptr<FormatWriter> make_har_writer(const WriterTools& tools);
std::unique_ptr<FormatWriter> make_wiremock_writer(const WriterTools& tools);
std::unique_ptr<FormatWriter> make_curl_writer(const WriterTools& tools);
std::unique_ptr<FormatWriter> make_scenario_writer(const WriterTools& tools);
std::unique_ptr<FormatWriter> make_otlp_writer(const WriterTools& tools);

}  // namespace stunt::recorder
