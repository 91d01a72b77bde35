// SPDX-License-Identifier: MIT
#include "harness/check_transcript.h"

#include <fstream>
#include <iostream>
#include <string>

#include "aws/json.h"
#include "emulator/model/secrets_manager.h"
#include "recorder/leaks/hunt.h"
#include "recorder/transcript/reader.h"

namespace stunt::harness {
namespace {

constexpr int kLeaks = 1;
constexpr int kBroken = 2;

/// A header is far shorter.
constexpr std::size_t kLongestHeader = 64 * 1024;

std::string counted(std::uint64_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

}  // namespace

bool is_transcript(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line(kLongestHeader, '\0');
  in.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<std::size_t>(in.gcount()));
  const auto first = aws::parse_json(line.substr(0, line.find('\n')));
  if (first && aws::text_member(*first, "format") == "stunt.transcript") return true;
  return file.extension() == ".jsonl";
}

int check_transcript(const std::filesystem::path& file) {
  std::uint64_t leaks = 0;
  try {
    const auto end =
        recorder::hunt_leaks(file, emulator::secrets_manager(), [&](const recorder::Leak& leak) {
          ++leaks;
          std::cerr << recorder::to_string(leak, file.string()) << "\n";
        });
    for (const auto& note : end.notes) std::cerr << file.string() << ": note: " << note << "\n";
    std::cout << file.string() << ": " << (leaks == 0 ? "good, " : counted(leaks, "leak") + " in ")
              << counted(end.exchanges, "exchange") << std::endl;
  } catch (const recorder::BadTranscript& broken) {
    std::cerr << broken.what() << "\n";
    return kBroken;
  } catch (const std::runtime_error& unreadable) {
    std::cerr << "stunt: " << unreadable.what() << "\n";
    return kBroken;
  }
  return leaks == 0 ? 0 : kLeaks;
}

}  // namespace stunt::harness
