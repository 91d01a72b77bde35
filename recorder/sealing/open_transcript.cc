// SPDX-License-Identifier: MIT
#include "recorder/sealing/open_transcript.h"

#include <unordered_map>
#include <utility>

#include "recorder/replay/fill.h"
#include "recorder/sealing/texts.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// Opens the seals of one line.
class Opening {
 public:
  Opening(const SealKey& key, const std::string& file, const std::string& name)
      : key_(key), file_(file), name_(name) {}

  void open(ExchangeLine& line) {
    values_.clear();
    edit_texts(
        line, [&](const std::string& pointer, std::string& text) { collect(line, pointer, text); });
    if (values_.empty()) return;
    edit_texts_around_bodies(line,
                             [&](const std::string&, std::string& text) { text = filled(text); });
    fill_body(line.req.body);
    if (line.res) fill_body(line.res->body);
    if (line.real) fill_body(line.real->body);
  }

 private:
  void collect(const ExchangeLine& line, const std::string& pointer, const std::string& text) {
    SealPlace place{file_, line.seq, pointer, 0};
    replace_tokens(text, [&](const Token& token) {
      auto value = token.seal.empty() ? std::nullopt : key_.open(place, token.seal);
      if (!value) {
        throw BadTranscript(name_ + ":" + std::to_string(line.line) + ": " + pointer +
                            ": this was changed since it was sealed, or stood elsewhere");
      }
      ++place.index;
      values_.insert_or_assign(token.pseudonym.number, std::move(*value));
      return std::string();
    });
  }

  /// Names first: what a value is filled with may have names that look like tokens.
  void fill_body(ExchangeLine::Body& body) const {
    if (!body.json) return;
    body.json = fill(with_names(*body.json), [this](const Pseudonym& one) { return secret(one); });
  }

  Json with_names(const Json& value) const {
    if (!value.is_structured()) return value;
    Json result = value.is_array() ? Json::array() : Json::object();
    for (const auto& [name, part] : value.items()) {
      (value.is_array() ? result.emplace_back() : result[filled(name)]) = with_names(part);
    }
    return result;
  }

  std::string filled(const std::string& text) const {
    return replace_pseudonyms(
        text, [this](const Pseudonym& one) { return std::string(secret(one).value); });
  }

  Secret secret(const Pseudonym& pseudonym) const {
    return {pseudonym.kind, values_.at(pseudonym.number)};
  }

  const SealKey& key_;
  const std::string& file_;
  const std::string& name_;
  std::unordered_map<std::uint64_t, std::string> values_;  ///< by number
};

}  // namespace

Transcript open_transcript(Transcript transcript, const SealKey& key, const std::string& name) {
  auto& secrecy = transcript.header.secrecy;
  if (secrecy.style != Secrecy::Style::sealed) return transcript;
  if (secrecy.key != key.id()) {
    throw BadTranscript(name + ":1: this is sealed with the key " + secrecy.key +
                        ", and the key given is " + key.id());
  }
  Opening opening(key, secrecy.file, name);
  for (auto& line : transcript.exchanges) opening.open(line);
  secrecy = {.style = Secrecy::Style::none};
  return transcript;
}

}  // namespace stunt::recorder
