// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace stunt::test {

/// A secret of tests/corpus/secrets.json: what is planted, and what must be nowhere.
struct PlantedSecret {
  std::string name;
  std::string value;
  bool binary = false;  ///< the value is no text
  std::vector<std::string> needles;
};

/// Those that are texts.
std::vector<PlantedSecret> corpus();

/// All of them.
std::vector<PlantedSecret> whole_corpus();

/// Texts that quote a value in each of these ways as a whole, base64 at three offsets in something
/// longer.
std::vector<std::string> quotes(const std::string& value);

/// In which ways one may write a value without meaning to hide it: as it is, escaped for JSON once
/// and twice, percent-encoded, in hex, in base64 wherever it stands in it.
std::vector<std::string> spellings(const std::string& value);

}  // namespace stunt::test
