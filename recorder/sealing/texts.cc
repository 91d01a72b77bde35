// SPDX-License-Identifier: MIT
#include "recorder/sealing/texts.h"

#include <utility>

#include "input/fields.h"
#include "recorder/redaction/pseudonym.h"

namespace stunt::recorder {
namespace {

using aws::Json;

void edit_json(Json& value, const std::string& pointer, const EditText& edit) {
  if (value.is_string()) {
    edit(pointer, value.get_ref<std::string&>());
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      edit_json(value[i], pointer + "/" + std::to_string(i), edit);
    }
  } else if (value.is_object()) {
    Json edited = Json::object();
    for (auto& [name, part] : value.items()) {
      const auto bare =
          replace_pseudonyms(name, [](const Pseudonym& one) { return to_string(one); });
      const auto place = pointer + "/" + input::escape_token(bare);
      auto told = name;
      edit(place + "#", told);
      edit_json(part, place, edit);
      edited[told] = std::move(part);
    }
    value = std::move(edited);
  }
}

void edit_headers(HeaderList& headers, const std::string& pointer, const EditText& edit) {
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const auto place = pointer + "/headers/" + std::to_string(i);
    edit(place + "/0", headers[i].first);
    edit(place + "/1", headers[i].second);
  }
}

}  // namespace

void edit_texts_around_bodies(ExchangeLine& line, const EditText& edit) {
  edit("/scope", line.scope);
  if (line.op) edit("/op", *line.op);
  edit("/service", line.service);
  edit("/key/secretId", line.key.secret_id);
  edit("/key/accessKeyId", line.key.access_key_id);
  edit("/key/region", line.key.region);
  edit("/sdk/invocation", line.sdk.invocation);
  edit("/sdk/ttl", line.sdk.ttl);
  edit("/sdk/ua", line.sdk.user_agent);
  edit("/trace/traceparent", line.trace.parent);
  edit("/trace/tracestate", line.trace.state);
  if (line.sig) {
    for (std::size_t i = 0; i < line.sig->headers.size(); ++i) {
      edit("/sig/signed/" + std::to_string(i), line.sig->headers[i]);
    }
  }
  edit("/req/path", line.req.path);
  edit_headers(line.req.headers, "/req", edit);
  if (line.res) edit_headers(line.res->headers, "/res", edit);
  if (line.real) edit_headers(line.real->headers, "/real", edit);
  if (line.error) edit("/error/code", line.error->code);
  for (std::size_t i = 0; i < line.near.size(); ++i) {
    auto& differences = line.near[i].differences;
    for (std::size_t k = 0; k < differences.size(); ++k) {
      const auto place = "/near/" + std::to_string(i) + "/diff/" + std::to_string(k);
      edit(place + "/path", differences[k].pointer);
      edit(place + "/want", differences[k].want);
      edit(place + "/got", differences[k].got);
    }
  }
}

void edit_texts(ExchangeLine& line, const EditText& edit) {
  edit_texts_around_bodies(line, edit);
  if (line.req.body.json) edit_json(*line.req.body.json, "/req/json", edit);
  if (line.res && line.res->body.json) edit_json(*line.res->body.json, "/res/json", edit);
  if (line.real && line.real->body.json) edit_json(*line.real->body.json, "/real/json", edit);
}

}  // namespace stunt::recorder
