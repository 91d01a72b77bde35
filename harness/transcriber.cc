// SPDX-License-Identifier: MIT
#include "harness/transcriber.h"

#include <functional>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/redaction.h"

namespace stunt::harness {
namespace {

/// More are not remembered; what is learned again does no harm.
constexpr std::size_t kSeenMost = 65'536;

/// What its file may show or encrypt, an answer to anybody must not.
recorder::Redaction redaction_of(recorder::RecordSettings settings) {
  settings.reveal = false;
  settings.seal_key_file.reset();
  return make_redaction(settings);
}

/// Calls with equal bodies have equal secrets.
std::size_t hash_of(const aws::Exchange& exchange) {
  std::size_t hash = 0;
  const auto add = [&](std::string_view text) {
    hash = hash * 0x9e3779b97f4a7c15u + std::hash<std::string_view>{}(text);
  };
  add(exchange.call.operation);
  add(exchange.request.body);
  for (const auto* reply : {&exchange.outcome.reply, &exchange.outcome.real}) {
    add(*reply ? std::string_view((*reply)->body) : std::string_view());
  }
  return hash;
}

}  // namespace

Transcriber::Transcriber(recorder::Header header, world::Moment started, std::string scope,
                         const recorder::RecordSettings& settings)
    : describer_(std::move(header), emulator::secrets_manager(), started,
                 {std::move(scope), redaction_of(settings), {}}) {}

void Transcriber::learn(const aws::Exchange& exchange) {
  const auto hash = hash_of(exchange);
  const std::lock_guard lock(mutex_);
  if (!seen_.insert(hash).second) return;
  describer_.learn(exchange);
  if (seen_.size() > kSeenMost) seen_.clear();
}

verdict::Journal::Snapshot Transcriber::look_at(const verdict::Journal& journal) {
  auto snapshot = journal.snapshot();
  for (const auto& entry : snapshot.entries) learn(*entry.exchange);
  return snapshot;
}

recorder::ExchangeLine Transcriber::line(const aws::Exchange& exchange) {
  const std::lock_guard lock(mutex_);
  return describer_.describe(exchange);
}

std::string Transcriber::text(std::string_view text) {
  const std::lock_guard lock(mutex_);
  return describer_.redactor().text(text);
}

}  // namespace stunt::harness
