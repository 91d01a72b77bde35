// SPDX-License-Identifier: MIT
#include "harness/admin/verdict_reply.h"

#include <algorithm>
#include <sstream>
#include <string>

#include "emulator/model/secrets_manager.h"
#include "harness/transcriber.h"
#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

void hide_secrets(Scope& scope, verdict::Verdict& verdict) {
  auto& transcriber = scope.transcriber();
  transcriber.look_at(scope.journal());
  const auto hide = [&](std::string& text) { text = transcriber.identifier(text); };
  for (auto& finding : verdict.findings) {
    hide(finding.name);
    hide(finding.text);
    std::for_each(finding.details.begin(), finding.details.end(), hide);
  }
  for (auto& row : verdict.rows) {
    // What an operation that nobody knows is called may be a secret.
    if (!emulator::secrets_manager().operation(row.operation)) row.operation = "unknown";
    hide(row.secret);
  }
}

}  // namespace

verdict::report::Format verdict_format(const Ask& ask) {
  const auto given = ask.query.find("format");
  const std::string name = given == ask.query.end() ? "json" : given->second;
  if (const auto format = verdict::report::format_of(name)) return *format;
  std::vector<std::string_view> known;
  for (const auto& format : verdict::report::formats()) known.push_back(format.name);
  throw Problem(400,
                "there is no format " + input::quote(name) + "; " + input::suggest(name, known));
}

http::Reply verdict_reply(Scope& scope, verdict::Verdict verdict,
                          const verdict::report::Format& format) {
  hide_secrets(scope, verdict);
  std::ostringstream text;
  format.write(verdict, text);
  return {200,
          {{"Content-Type", std::string(format.content_type)}, {"Cache-Control", "no-store"}},
          std::move(text).str()};
}

}  // namespace stunt::harness::admin
