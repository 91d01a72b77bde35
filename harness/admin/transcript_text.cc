// SPDX-License-Identifier: MIT
#include "harness/admin/transcript_text.h"

#include <sstream>

#include "emulator/model/secrets_manager.h"
#include "recorder/formats/format_writer.h"
#include "recorder/transcript/digest.h"
#include "recorder/transcript/write_line.h"

namespace stunt::harness::admin {

std::string as_transcript(const recorder::Header& header, const CallList& list, bool with_footer) {
  auto text = recorder::to_line(header) + "\n";
  recorder::Digest digest;
  for (const auto& line : list.lines) {
    if (with_footer) digest.add(line);
    text += recorder::to_line(line) + "\n";
  }
  if (with_footer) {
    text +=
        recorder::to_line(recorder::Footer{list.lines.size(), digest.value(), list.dropped}) + "\n";
  }
  return text;
}

std::string as_har(const recorder::Header& header, const CallList& list) {
  std::ostringstream out;
  recorder::Losses losses;
  const auto writer = recorder::make_har_writer({out, emulator::secrets_manager(), losses});
  writer->begin(header);
  for (const auto& line : list.lines) writer->add(line);
  writer->end();
  return out.str();
}

}  // namespace stunt::harness::admin
