// SPDX-License-Identifier: MIT
#include "recorder/show/invocations.h"

namespace stunt::recorder {
namespace {

/// What is shown of an attempt; bodies take too much room to wait with.
ExchangeLine outline(const ExchangeLine& line) {
  ExchangeLine outline;
  outline.seq = line.seq;
  outline.t = line.t;
  outline.at = line.at;
  outline.dur = line.dur;
  outline.op = line.op;
  outline.key = line.key;
  outline.sdk = line.sdk;
  if (line.res) outline.res = ExchangeLine::Reply{line.res->status, {}, {}};
  outline.outcome = line.outcome;
  outline.error = line.error;
  outline.faults = line.faults;
  return outline;
}

}  // namespace

void Invocations::add(const ExchangeLine& line) {
  const auto& id = line.sdk.invocation;
  const auto known = id.empty() ? by_id_.end() : by_id_.find(id);
  if (known != by_id_.end()) {
    known->second->push_back(outline(line));
  } else {
    waiting_.push_back({outline(line)});
    if (!id.empty()) by_id_[id] = std::prev(waiting_.end());
  }
  if (++count_ > kAttemptsAhead) tell_first();
}

void Invocations::finish() {
  while (!waiting_.empty()) tell_first();
}

void Invocations::tell_first() {
  const auto first = std::move(waiting_.front());
  waiting_.pop_front();
  by_id_.erase(first.front().sdk.invocation);
  count_ -= first.size();
  told_(first);
}

}  // namespace stunt::recorder
