// SPDX-License-Identifier: MIT
//
// Recordings that begin and end while the server serves.
#include "harness/recordings.h"

#include <stdexcept>

#include "harness/admin/call_list.h"
#include "harness/admin/recording_place.h"
#include "harness/admin/routes/tables.h"
#include "harness/admin/transcript_text.h"
#include "harness/output_file.h"
#include "harness/transcriber.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kPath = R"({"type": "object", "properties": {"path": {"type": "string",
    "description": "below the directory of --recordings", "examples": ["run.jsonl"]}}})";
constexpr std::string_view kStatus = R"({"type": "object", "required": ["recording"],
    "properties": {"recording": {"type": "boolean"}, "path": {"type": "string"},
      "written": {"type": "integer"}, "queued": {"type": "integer"},
      "dropped": {"type": "integer"}, "lost": {"type": "integer"}, "error": {"type": "string"}}})";

aws::Json status_json(Scope& scope) {
  const auto& recordings = scope.recordings();
  aws::Json json = {{"recording", recordings.is_going_on()}};
  const auto status = recordings.status();
  if (!status) return json;
  json.update({{"path", recordings.path().string()},
               {"written", status->written},
               {"queued", status->queued},
               {"dropped", status->dropped},
               {"lost", status->lost}});
  if (!status->error.empty()) json["error"] = status->error;
  return json;
}

http::Reply status(const Ask& ask) { return json_reply(200, status_json(*ask.scope)); }

http::Reply start(const Ask& ask) {
  const auto path = read_path(ask).value_or(ask.scope->name() + ".jsonl");
  const auto place = recording_place(ask.ground.settings, path);
  try {
    ask.scope->recordings().begin(place);
  } catch (const std::invalid_argument& wrong) {
    throw Problem(409, wrong.what());
  } catch (const std::runtime_error& wrong) {
    throw Problem(409, wrong.what());
  }
  return json_reply(201, status_json(*ask.scope));
}

http::Reply stop(const Ask& ask) {
  auto& recordings = ask.scope->recordings();
  if (!recordings.is_going_on()) throw Problem(409, "nothing is being recorded");
  recordings.end();
  return json_reply(200, status_json(*ask.scope));
}

http::Reply snapshot(const Ask& ask) {
  const auto path = read_path(ask);
  const auto list = list_calls(*ask.scope, {});
  const auto text = as_transcript(ask.scope->transcriber().header(), list, true);
  if (!path) {
    return {200, {{"Content-Type", "application/jsonl"}, {"Cache-Control", "no-store"}}, text};
  }
  const auto place = recording_place(ask.ground.settings, *path);
  try {
    OutputFile file(place, false);
    file.stream() << text;
    file.close();
  } catch (const std::runtime_error& wrong) {
    throw Problem(409, wrong.what());
  }
  return json_reply(201, {{"path", place.string()}, {"written", list.lines.size()}});
}

}  // namespace

std::vector<Route> recording_routes() {
  std::vector<Route> routes = {
      {"POST", "/_stunt/v1/recordings/start", "Records the calls that end from now on",
       Slow{&start}},
      {"POST", "/_stunt/v1/recordings/stop", "Ends the recording; all is written then",
       Slow{&stop}},
      {"GET", "/_stunt/v1/recordings/status", "How the recording does, or the last one did",
       Slow{&status}},
      {"POST", "/_stunt/v1/recordings/snapshot",
       "The calls that are kept as a whole transcript: as the answer, or in a file",
       Slow{&snapshot}},
  };
  const Route::Content status_content{"application/json", kStatus};
  routes[0].body = routes[3].body = {{"application/json", kPath}};
  routes[0].answers = {{201, "it has begun", {status_content}},
                       {409, "there is one already, or nowhere to write"}};
  routes[1].answers = {{200, "it has ended", {status_content}}, {409, "there is none"}};
  routes[2].answers = {{200, "the status", {status_content}}};
  routes[3].answers = {{200, "the transcript", {{"application/jsonl", R"({"type": "string"})"}}},
                       {201, "it is in the file", {{}}},
                       {409, "the file is there, or nowhere to write"}};
  return routes;
}

}  // namespace stunt::harness::admin
