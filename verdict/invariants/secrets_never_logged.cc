// SPDX-License-Identifier: MIT
#include <map>

#include "aws/base64.h"
#include "verdict/invariants/facts.h"
#include "verdict/invariants/invariant.h"
#include "verdict/invariants/sensitive.h"
#include "verdict/report/escape.h"

namespace stunt::verdict {
namespace {

/// Shorter values stand everywhere by chance.
constexpr std::size_t kShortest = 6;

/// Where a value was seen first.
struct Seen {
  std::uint64_t seq;
  std::string member;
};

class Values {
 public:
  void take(const Entry& entry) {
    const auto& call = entry.call();
    if (!call.model) return;
    const auto add_from = [&](std::string_view member, const std::string& value) {
      add(value, {entry.seq(), std::string(member)});
    };
    each_sensitive(call.model->input, call.body, add_from);
    for (const auto& answer : {engine_answer(entry), client_answer(entry)}) {
      if (answer) each_sensitive(call.model->output, *answer, add_from);
    }
  }

  void look_into(const Written& written, Judgement& judgement) const {
    for (const auto& [value, seen] : values_) {
      if (written.text.find(value) == std::string::npos) continue;
      judgement.wrong(
          written.name + " holds a value of " + number(seen.seq) + " (" + seen.member + ")",
          {seen.seq});
    }
  }

 private:
  /// As it is, as it stands in JSON and in XML, and what is in it.
  void add(const std::string& value, const Seen& seen) {
    add_text(value, seen);
    if (seen.member == "SecretBinary") {
      if (const auto bytes = aws::read_base64(value)) add_text(*bytes, seen);
    }
    if (const auto json = aws::parse_json(value); json && json->is_structured()) {
      const auto leaves = json->flatten();
      for (const auto& leaf : leaves) {
        if (leaf.is_string()) add_text(leaf.get_ref<const std::string&>(), seen);
      }
    }
  }

  void add_text(const std::string& text, const Seen& seen) {
    if (text.size() < kShortest) return;
    values_.emplace(text, seen);
    const auto quoted = report::json_text(text);
    values_.emplace(quoted.substr(1, quoted.size() - 2), seen);
    values_.emplace(report::xml(text), seen);
  }

  std::map<std::string, Seen> values_;
};

}  // namespace

void check_secrets_never_logged(const Evidence& evidence, Judgement& judgement) {
  if (!evidence.written) {
    judgement.unclear("nobody knows what this run has written");
    return;
  }
  Values values;
  for (const auto& entry : evidence.journal.entries) values.take(entry);
  for (const auto& written : evidence.written()) values.look_into(written, judgement);
}

}  // namespace stunt::verdict
