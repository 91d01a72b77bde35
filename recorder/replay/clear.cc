// SPDX-License-Identifier: MIT
#include "recorder/replay/clear.h"

#include <utility>

#include "recorder/sealing/open_transcript.h"
#include "recorder/transcript/transcript_lines.h"

namespace stunt::recorder {
namespace {

using aws::Call;
using aws::Json;

/// The call that the line tells of, as far as redaction asks.
Call call_of(const ExchangeLine& line, const aws::ServiceModel& service) {
  Call call;
  call.model = operation_of(line, service);
  const auto without_json = line.req.body.size == 0 ? Call::Body::empty : Call::Body::not_json;
  call.kind = line.req.body.json ? Call::Body::object : without_json;
  return call;
}

void learn(const ExchangeLine& line, const aws::ServiceModel& service, Redactor& redactor) {
  const auto call = call_of(line, service);
  if (line.req.body.json) redactor.learn_request(call, *line.req.body.json);
  for (const auto* reply : {&line.res, &line.real}) {
    const bool has_body = *reply && (*reply)->body.json;
    if (has_body) redactor.learn_reply(call, (*reply)->status, *(*reply)->body.json);
  }
}

}  // namespace

Secrecy secrecy_of(const RecordingFile& file) {
  Secrecy secrecy;
  TranscriptLines lines(file.name(), {[&](const Header& header) { secrecy = header.secrecy; }, {}});
  lines.line(file.first_line());
  return secrecy;
}

Transcript read_clear(const RecordingFile& file, const ReplayOptions& options) {
  if (file.size() > kMostClear) {
    throw BadTranscript(file.name() + ": a transcript whose secrets are known may have " +
                        std::to_string(kMostClear >> 20) + " MiB, as it is held in memory");
  }
  auto transcript = read_transcript_text(file.read(0, file.size()), file.name());
  if (!options.seal_key_file) return transcript;
  return open_transcript(std::move(transcript), read_key_file(*options.seal_key_file).key,
                         file.name());
}

std::vector<Json> redacted_requests(const Transcript& transcript, const aws::ServiceModel& service,
                                    Redactor& redactor) {
  for (const auto& line : transcript.exchanges) learn(line, service, redactor);
  std::vector<Json> bodies;
  for (const auto& line : transcript.exchanges) {
    bodies.push_back(line.req.body.json
                         ? redactor.request(call_of(line, service), *line.req.body.json)
                         : Json());
  }
  return bodies;
}

}  // namespace stunt::recorder
