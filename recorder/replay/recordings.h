// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aws/service_model.h"
#include "recorder/replay/matching.h"
#include "recorder/replay/recording_file.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"
#include "recorder/transcript/reader.h"

namespace stunt::recorder {

/// Where a recorded exchange stands, and what a replay looks for it by. Small: there may be
/// millions.
struct Recording {
  ShortKey key{};
  std::uint64_t seq = 0;
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t secret = 0;     ///< a hash of its name
  std::uint16_t operation = 0;  ///< operation_number()
  bool has_secrets = false;     ///< there is a pseudonym in the request
};

/// The exchanges of a transcript that a replay can answer with. Their lines stay in the file.
/// Thread-safe.
class Recordings {
 public:
  /// `service` and `matching` must outlive this. Throws as read_transcript() does. A file that is
  /// too long for memory is looked through quickly: its own keys are believed, if `matching` is
  /// usual, and broken JSON may show only when it is answered with.
  Recordings(RecordingFile file, const aws::ServiceModel& service, const Matching& matching);

  /// Of a transcript that is in memory, whose requests are compared by the bodies that are given,
  /// one for each exchange.
  Recordings(Transcript transcript, std::vector<aws::Json> bodies, const aws::ServiceModel& service,
             const Matching& matching);

  const Header& header() const { return header_; }

  /// In the order of arrival.
  const std::vector<Recording>& all() const { return all_; }

  /// Throws RecordingLost if the file has changed and it is not there any more.
  ExchangeLine read(const Recording& recording) const;

  /// Its request, as it was compared. Null body if it had no JSON object.
  Matching::Request request(const ExchangeLine& line) const;

  /// 1 and up for those that the service has.
  std::uint16_t operation_number(const aws::OperationModel* operation) const;
  /// Empty for 0.
  std::string operation_name(const Recording& recording) const;

 private:
  class Chunk;
  class Whole;

  std::uint64_t line_behind(std::uint64_t offset) const;
  void sort();
  std::string place_of(std::uint64_t offset) const;
  Recording recording_of(const ExchangeLine& line) const;
  const aws::Json& body_of(const ExchangeLine& line) const;

  const std::optional<RecordingFile> file_;  ///< nothing: they are in lines_
  const std::vector<ExchangeLine> lines_{};  ///< by seq; offsets are indices
  const std::vector<aws::Json> bodies_{};    ///< of these
  const aws::ServiceModel& service_;
  const Matching& matching_;
  Header header_;
  std::vector<Recording> all_;
};

/// As Recording has it: of a secret's name, ARN or partial ARN.
std::uint32_t secret_hash(std::string_view secret_id);

}  // namespace stunt::recorder
