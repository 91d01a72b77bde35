// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "emulator/model/secrets_manager.h"
#include "finding.h"
#include "recorder/formats/import.h"

namespace stunt::test {

/// A file's bytes through one of recorder's importers. It refuses them and says where, or what it
/// makes of them is a transcript that is read back as it was written.
inline void import_bytes(const std::uint8_t* data, std::size_t size,
                         recorder::ImportFormat format) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  recorder::Losses losses;
  recorder::Transcript transcript;
  try {
    transcript = recorder::import_transcript({bytes, "fuzz", format, "stunt/fuzz"},
                                             emulator::secrets_manager(), losses);
  } catch (const recorder::BadImport& bad) {
    expect(std::string_view(bad.what()).starts_with("fuzz"), "a problem without a place");
    return;
  }
  const auto written = recorder::write_transcript(transcript);
  const auto again = recorder::write_transcript(recorder::read_transcript_text(written, "again"));
  expect(again == written, "written:\n" + written + "\nand again:\n" + again);
}

}  // namespace stunt::test
