// SPDX-License-Identifier: MIT
#include "harness/redaction.h"

#include <stdexcept>

namespace stunt::harness {

recorder::Redaction make_redaction(const recorder::RecordSettings& settings) {
  if (settings.reveal && settings.seal_key_file) {
    throw std::invalid_argument(
        "--reveal writes secrets in the clear, --seal-key-file encrypts "
        "them: say one of the two");
  }
  const auto& rules = settings.redact;
  if (settings.reveal && !(rules.members.empty() && rules.patterns.empty())) {
    throw std::invalid_argument(
        "--reveal takes nothing out of a body: members and patterns of "
        "redact: {} go without it");
  }
  recorder::Redaction redaction{recorder::OwnRules(rules), settings.reveal, std::nullopt};
  if (settings.seal_key_file) {
    redaction.seal = recorder::read_key_file(*settings.seal_key_file).key;
  }
  return redaction;
}

std::vector<std::string> redaction_warnings(const recorder::RecordSettings& settings) {
  std::vector<std::string> lines;
  if (settings.reveal) {
    lines.push_back("secrets are written in the clear to " + settings.to.string() +
                    ": keep it as you keep them");
  }
  if (settings.seal_key_file && recorder::read_key_file(*settings.seal_key_file).exposed) {
    lines.push_back("others than its owner may read the key file " +
                    settings.seal_key_file->string() + ": chmod 600 it");
  }
  return lines;
}

void refuse_idle_redaction(const Settings& settings) {
  const auto& record = settings.record;
  if (!record.to.empty()) return;
  if (record.reveal) throw std::invalid_argument("--reveal goes with --record FILE");
  if (record.seal_key_file && !settings.replay) {
    throw std::invalid_argument("--seal-key-file goes with --record FILE or --replay FILE");
  }
}

}  // namespace stunt::harness
