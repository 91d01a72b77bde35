// SPDX-License-Identifier: MIT
#include "harness/admin/verdict_reply.h"

#include <sstream>
#include <string>

#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::harness::admin {

verdict::report::Format verdict_format(const Ask& ask) {
  const auto given = ask.query.find("format");
  const std::string name = given == ask.query.end() ? "json" : given->second;
  if (const auto format = verdict::report::format_of(name)) return *format;
  std::vector<std::string_view> known;
  for (const auto& format : verdict::report::formats()) known.push_back(format.name);
  throw Problem(400,
                "there is no format " + input::quote(name) + "; " + input::suggest(name, known));
}

http::Reply verdict_reply(const verdict::Verdict& verdict, const verdict::report::Format& format) {
  std::ostringstream text;
  format.write(verdict, text);
  return {200,
          {{"Content-Type", std::string(format.content_type)}, {"Cache-Control", "no-store"}},
          std::move(text).str()};
}

}  // namespace stunt::harness::admin
