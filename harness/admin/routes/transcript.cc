// SPDX-License-Identifier: MIT
//
// What went by, as lines of a transcript.
#include "harness/admin/call_list.h"
#include "harness/admin/routes/tables.h"
#include "harness/admin/transcript_text.h"
#include "harness/transcriber.h"
#include "input/quote.h"
#include "recorder/transcript/write_line.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kLines = "application/jsonl";
constexpr std::string_view kHar = "application/har+json";
constexpr std::string_view kExchange = R"({"$ref": "#/components/schemas/Exchange"})";

bool takes(std::string_view accept, std::string_view type) {
  return accept.find(type) != std::string_view::npos;
}

/// What the client would rather have. Throws Problem if it can have neither.
std::string_view wanted_type(const Ask& ask) {
  const auto accept = ask.request.headers.get("Accept").value_or("*/*");
  if (takes(accept, kHar)) return kHar;
  for (const auto type : {kLines, std::string_view("*/*"), std::string_view("application/*")}) {
    if (takes(accept, type)) return kLines;
  }
  throw Problem(406, "a transcript can be had as " + std::string(kLines) + " or " +
                         std::string(kHar) + ", and not as " + input::quote(accept));
}

http::Reply get(const Ask& ask) {
  const auto type = wanted_type(ask);
  const auto list = list_calls(*ask.scope, read_choice(ask));
  const auto& header = ask.scope->transcriber().header();
  http::Reply reply{200,
                    {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}},
                    type == kHar ? as_har(header, list) : as_transcript(header, list, false)};
  if (list.more) {
    reply.headers.add("X-Stunt-Next-Since", std::to_string(list.lines.back().seq));
  }
  if (list.dropped > 0) reply.headers.add("X-Stunt-Dropped", std::to_string(list.dropped));
  return reply;
}

http::Reply get_one(const Ask& ask) {
  const auto& seq = ask.arguments.at(0);
  auto& transcriber = ask.scope->transcriber();
  for (const auto& entry : transcriber.look_at(ask.scope->journal()).entries) {
    if (!entry.counts() || std::to_string(entry.seq()) != seq) continue;
    if (!entry.outcome) throw Problem(404, "call " + seq + " has not ended yet");
    return json_reply(200, aws::Json::parse(recorder::to_line(transcriber.line(*entry.exchange))));
  }
  throw Problem(404, "there is no call " + input::quote(seq) +
                         "; GET /_stunt/v1/transcript has those that are kept");
}

http::Reply forget(const Ask& ask) {
  auto& journal = ask.scope->journal();
  const auto calls = journal.snapshot().entries.size();
  journal.clear();
  return json_reply(200, {{"forgotten", calls}});
}

}  // namespace

std::vector<Route> transcript_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/transcript", "The calls that have ended, as a transcript or as HAR",
       Slow{&get}},
      {"DELETE", "/_stunt/v1/transcript", "Forgets all calls; files stay as they are",
       Slow{&forget}},
      {"GET", "/_stunt/v1/transcript/{seq}", "One call that has ended", Slow{&get_one}},
  };
  routes[0].parameters = choice_parameters();
  routes[0].answers = {{200,
                        "the calls, by seq, without their secrets",
                        {{kLines, R"({"type": "string"})"}, {kHar, R"({"type": "object"})"}}},
                       {406, "another type is wanted"}};
  routes[1].answers = {{200, "how many were forgotten", {{}}}};
  routes[2].parameters = {{"seq", "its number, in the order of arrival"}};
  routes[2].answers = {{200, "the call", {{"application/json", kExchange}}},
                       {404, "it is not kept, or has not ended"}};
  return routes;
}

}  // namespace stunt::harness::admin
