// SPDX-License-Identifier: MIT
//
// A transcript's bytes through recorder's reader. It refuses them or reads them; what it has read
// can be written, and then reading and writing change nothing any more. Whatever was read can be
// shown without a control character. The quick look that replays take at lines finds what the
// reader finds.
#include <cstdint>
#include <sstream>

#include "finding.h"
#include "recorder/replay/line_scan.h"
#include "recorder/show/show.h"
#include "recorder/transcript/reader.h"
#include "recorder/transcript/write_line.h"

namespace {

using namespace stunt;

void check_shown(const recorder::Transcript& transcript) {
  std::ostringstream out;
  recorder::show(transcript, out, {});
  for (const char c : out.str()) {
    test::expect(static_cast<unsigned char>(c) >= 0x20 || c == '\n', "a control character");
  }
}

void check_scanned(const recorder::Transcript& transcript) {
  for (const auto& line : transcript.exchanges) {
    const auto text = recorder::to_line(line);
    const auto scan = recorder::scan_line(text);
    if (!scan) continue;
    test::expect(scan->kind == "exchange" && scan->seq == line.seq &&
                     scan->operation == line.op.value_or("") &&
                     scan->has_answer == (line.res || line.real),
                 "scanned otherwise: " + text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  recorder::scan_line(bytes.substr(0, bytes.find('\n')));
  recorder::Transcript transcript;
  try {
    transcript = recorder::read_transcript_text(bytes, "fuzz");
  } catch (const recorder::BadTranscript& bad) {
    test::expect(std::string_view(bad.what()).starts_with("fuzz:"), "a problem without a place");
    return 0;
  }
  check_shown(transcript);
  check_scanned(transcript);
  const auto written = recorder::write_transcript(transcript);
  const auto again = recorder::write_transcript(recorder::read_transcript_text(written, "again"));
  test::expect(again == written, "written:\n" + written + "\nand again:\n" + again);
  return 0;
}
