// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "emulator/model/secrets_manager.h"
#include "recorder/formats/export.h"
#include "recorder/formats/import.h"
#include "tape.h"

namespace stunt::test {

/// What a transcript's text is in another format.
inline std::string exported(const std::string& transcript, recorder::ExportFormat format,
                            recorder::Losses& losses) {
  const auto path = fresh_path(".jsonl");
  std::ofstream(path, std::ios::binary) << transcript;
  std::ostringstream out;
  recorder::export_transcript(path, format, emulator::secrets_manager(), out, losses);
  std::filesystem::remove(path);
  return out.str();
}

inline std::string exported(const std::string& transcript, recorder::ExportFormat format) {
  recorder::Losses losses;
  return exported(transcript, format, losses);
}

/// The transcript that becomes of a text in another format.
inline recorder::Transcript imported(const std::string& text, recorder::Losses& losses) {
  return recorder::import_transcript({text, "file", std::nullopt, "stunt/test"},
                                     emulator::secrets_manager(), losses);
}

inline recorder::Transcript imported(const std::string& text) {
  recorder::Losses losses;
  return imported(text, losses);
}

/// What import_transcript() says of a broken text.
inline std::string refused(const std::string& text) {
  try {
    imported(text);
  } catch (const recorder::BadImport& bad) {
    return bad.what();
  }
  return "imported";
}

/// The losses as a command prints them.
inline std::string printed(const recorder::Losses& losses) {
  std::ostringstream out;
  print(losses, out);
  return out.str();
}

}  // namespace stunt::test
