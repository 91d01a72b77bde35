// SPDX-License-Identifier: MIT
#include "recorder/digest.h"

#include <algorithm>
#include <array>

#include "recorder/jcs.h"
#include "recorder/pseudonym.h"
#include "recorder/sha256.h"
#include "recorder/write_line.h"

namespace stunt::recorder {
namespace {

/// Headers that say when, from where or by which try, and nothing of what is asked.
constexpr std::array<std::string_view, 8> kVolatile = {
    "amz-sdk-invocation-id", "amz-sdk-request", "authorization", "date", "host",
    "traceparent",           "tracestate",      "x-amz-date"};

HeaderList lasting(const HeaderList& headers) {
  HeaderList lasting;
  std::copy_if(headers.begin(), headers.end(), std::back_inserter(lasting), [](const auto& field) {
    return std::find(kVolatile.begin(), kVolatile.end(), field.first) == kVolatile.end();
  });
  return lasting;
}

ExchangeLine without_circumstances(ExchangeLine line) {
  line.seq = 0;
  line.id.clear();
  line.t = line.at = world::Duration(0);
  line.dur = {};
  line.connection = 0;
  line.reused = false;
  line.sdk.invocation.clear();
  line.sdk.ttl.clear();
  line.trace = {};
  if (line.sig) line.sig->date.clear();
  line.req.headers = lasting(line.req.headers);
  if (line.replayed) line.replayed = aws::Replayed{{}, 0, line.replayed->exact};
  line.near.clear();
  return line;
}

}  // namespace

void Digest::add(const ExchangeLine& line) {
  hashes_.push_back(sha256(skeleton(canonical_json(to_json(without_circumstances(line)))).text));
}

std::string Digest::value() const {
  auto sorted = hashes_;
  std::sort(sorted.begin(), sorted.end());
  std::string all;
  for (const auto& hash : sorted) all.append(hash).push_back('\n');
  return sha256(all);
}

}  // namespace stunt::recorder
