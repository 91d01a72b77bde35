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

/// What a call has that may be secret.
template <typename Take>
void each_text(const aws::Exchange& exchange, Take take) {
  take(std::string_view(exchange.request.body));
  for (const auto* reply : {&exchange.outcome.reply, &exchange.outcome.real}) {
    take(*reply ? std::string_view((*reply)->body) : std::string_view());
  }
}

/// Calls with equal bodies have equal secrets.
std::size_t hash_of(const aws::Exchange& exchange) {
  std::size_t hash = std::hash<std::string_view>{}(exchange.call.operation);
  each_text(exchange, [&](std::string_view text) {
    hash = hash * 0x9e3779b97f4a7c15u + std::hash<std::string_view>{}(text);
  });
  return hash;
}

/// A number that no value has been given.
std::uint64_t next_number(recorder::Describer& describer) {
  auto& pseudonyms = describer.redactor().pseudonyms();
  return pseudonyms.of(recorder::SecretKind::text, "the end of a Transcriber's pseudonyms").number;
}

}  // namespace

Transcriber::Transcriber(recorder::Header header, world::Moment started, std::string scope,
                         const recorder::RecordSettings& settings, std::size_t learned_most)
    : started_(started),
      scope_(std::move(scope)),
      redaction_(redaction_of(settings)),
      header_(recorder::with_secrecy(std::move(header), redaction_)),
      learned_most_(learned_most),
      most_(learned_most) {
  begin_anew();
}

void Transcriber::begin_anew() {
  recorder::Before before;
  if (describer_) before.pseudonym = next_number(*describer_);
  describer_.emplace(header_, emulator::secrets_manager(), started_,
                     recorder::DescriberOptions{scope_, redaction_, before});
  seen_.clear();
  learned_ = 0;
}

bool Transcriber::note(const aws::Exchange& exchange) {
  if (seen_.size() >= kSeenMost) seen_.clear();
  if (!seen_.insert(hash_of(exchange)).second) return false;
  each_text(exchange, [&](std::string_view text) { learned_ += text.size(); });
  return true;
}

void Transcriber::take_in(const aws::Exchange& exchange) {
  if (note(exchange)) describer_->learn(exchange);
}

void Transcriber::learn(const aws::Exchange& exchange) {
  const std::lock_guard lock(mutex_);
  if (learned_ < most_) take_in(exchange);
}

bool Transcriber::is_full() const {
  const std::lock_guard lock(mutex_);
  return learned_ >= most_;
}

verdict::Journal::Snapshot Transcriber::look_at(const verdict::Journal& journal) {
  auto snapshot = journal.snapshot();
  const std::lock_guard lock(mutex_);
  const bool anew = learned_ >= most_;
  if (anew) begin_anew();
  for (const auto& entry : snapshot.entries) take_in(*entry.exchange);
  if (anew) most_ = learned_ + learned_most_;
  return snapshot;
}

recorder::ExchangeLine Transcriber::line(const aws::Exchange& exchange) {
  const std::lock_guard lock(mutex_);
  note(exchange);
  return describer_->describe(exchange);
}

std::string Transcriber::text(std::string_view text) {
  const std::lock_guard lock(mutex_);
  return describer_->redactor().text(text);
}

std::string Transcriber::identifier(std::string_view text) {
  const std::lock_guard lock(mutex_);
  return describer_->redactor().identifier(text);
}

}  // namespace stunt::harness
