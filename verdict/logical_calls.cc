// SPDX-License-Identifier: MIT
#include "verdict/logical_calls.h"

#include <algorithm>
#include <map>
#include <string>

#include "aws/digest.h"
#include "aws/error.h"

namespace stunt::verdict {
namespace {

/// Without its idempotency token, so that a retry with another one is still seen to be a retry.
std::string said(const aws::Call& call) {
  if (call.kind != aws::Call::Body::object) return call.request->body;
  auto body = call.body;
  if (call.model && !call.model->token.empty()) body.erase(std::string(call.model->token));
  return body.dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

std::string key_of(const Entry& entry) {
  const auto& call = entry.call();
  if (!call.sdk.invocation.empty()) return "invocation " + std::string(call.sdk.invocation);
  return "connection " + std::to_string(entry.exchange->arrival.connection) + " " +
         std::string(call.target) + " " + std::string(aws::view(aws::sha256(said(call))));
}

/// Nobody retries what went well.
bool goes_on_after(const Entry& entry) {
  return !entry.call().sdk.invocation.empty() || entry.outcome != aws::OutcomeKind::ok;
}

}  // namespace

bool LogicalCall::is_open() const {
  return std::any_of(attempts.begin(), attempts.end(),
                     [](const Entry* entry) { return !entry->outcome; });
}

std::vector<std::uint64_t> LogicalCall::seqs() const {
  std::vector<std::uint64_t> seqs;
  for (const auto* entry : attempts) seqs.push_back(entry->seq());
  return seqs;
}

std::vector<LogicalCall> logical_calls(const std::vector<Entry>& entries) {
  std::vector<LogicalCall> calls;
  std::map<std::string, std::size_t> latest;
  for (const auto& entry : entries) {
    if (entry.caller != Caller::client) continue;
    const auto [at, is_new] = latest.emplace(key_of(entry), calls.size());
    if (!is_new && goes_on_after(*calls[at->second].attempts.back())) {
      calls[at->second].attempts.push_back(&entry);
      continue;
    }
    at->second = calls.size();
    calls.push_back({{&entry}});
  }
  return calls;
}

std::optional<world::Duration> gap_between(const Entry& before, const Entry& retry) {
  if (!before.outcome) return std::nullopt;
  const auto gap = retry.exchange->arrival.at - before.exchange->delivery.ended;
  return std::max(gap, world::Duration(0));
}

}  // namespace stunt::verdict
