// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/redaction/pseudonym.h"
#include "recorder/replay/options.h"
#include "recorder/transcript/canonical.h"

namespace stunt::recorder {

/// A canonical key in a small place: the first 128 bits of its hash.
using ShortKey = std::array<std::uint64_t, 2>;

struct ShortKeyHash {
  std::size_t operator()(const ShortKey& key) const { return key[0]; }
};

/// Of a key as a transcript has it: "sha256:…". All zeros if it is none.
ShortKey short_key(std::string_view canonical);

/// What makes two requests the same one for this replay, as its options say.
class Matching {
 public:
  /// A request, ready to be compared.
  struct Request {
    aws::Json body;  ///< canonical; null if it was no JSON object
    ShortKey key{};
    std::vector<Pseudonym> pseudonyms;  ///< as Canonical has them
  };

  /// Throws std::invalid_argument for something to ignore that is no JSON Pointer.
  explicit Matching(const ReplayOptions& options);

  /// Requests are compared as the keys in transcripts are made.
  bool is_usual() const { return usual_; }

  /// `redacted_body` is null for one that is no JSON object; `other` is an other_name().
  /// Thread-safe.
  Request request(const aws::OperationModel* operation, aws::Json redacted_body,
                  std::string_view access_key_id, std::string_view region,
                  std::string_view other = {}) const;

 private:
  Ignored ignored_;
  const bool by_body_, by_access_key_, by_region_;
  bool usual_;
};

}  // namespace stunt::recorder
