// SPDX-License-Identifier: MIT
#include "recorder/transcript/write_line.h"

#include <algorithm>
#include <array>

#include "aws/base64.h"
#include "input/utf8.h"
#include "recorder/transcript/jcs.h"
#include "recorder/transcript/json_writer.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

/// Headers that say when, from where or by which try, and nothing of what is asked.
constexpr std::array<std::string_view, 8> kPassing = {
    "amz-sdk-invocation-id", "amz-sdk-request", "authorization", "date", "host",
    "traceparent",           "tracestate",      "x-amz-date"};

using aws::Json;

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto size = input::character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

/// Writes an exchange: all of it, or what lasts.
class ExchangeWriter {
 public:
  ExchangeWriter(std::string& out, bool lasting) : json_(out), lasting_(lasting) {}

  void write(const ExchangeLine& line) {
    json_.begin_object();
    json_.member("kind", "exchange");
    if (!lasting_) json_.member("seq", line.seq);
    json_.member("scope", line.scope);
    if (!lasting_) circumstances(line);
    json_.name("op");
    line.op ? json_.value(*line.op) : json_.value(nullptr);
    json_.member_if("service", line.service);
    key(line.key);
    sdk(line.sdk);
    if (!lasting_) trace(line.trace);
    if (line.sig) sig(*line.sig);
    request(line.req);
    json_.name("res");
    line.res ? reply(*line.res) : json_.value(nullptr);
    if (line.real) {
      json_.name("real");
      reply(*line.real);
    }
    json_.member("outcome", to_string(line.outcome));
    json_.name("applied");
    line.applied ? json_.value(*line.applied) : json_.value(nullptr);
    if (line.error) error(*line.error);
    if (line.upstream_error) json_.member("upstreamError", to_string(*line.upstream_error));
    list("faults", line.faults);
    if (line.replayed) replayed(*line.replayed);
    if (!lasting_ && !line.near.empty()) list("near", line.near);
    json_.end_object();
  }

 private:
  void circumstances(const ExchangeLine& line) {
    json_.member_if("id", line.id);
    json_.member("t", line.t.count());
    json_.member("at", line.at.count());
    json_.name("dur");
    json_.begin_object();
    json_.member("queue", line.dur.queue.count());
    json_.member("engine", line.dur.engine.count());
    json_.member("injected", line.dur.injected.count());
    json_.member("write", line.dur.write.count());
    json_.end_object();
    json_.name("conn");
    json_.begin_object();
    json_.member("n", line.connection);
    json_.member("reused", line.reused);
    json_.end_object();
  }

  void key(const ExchangeLine::Key& key) {
    json_.name("key");
    json_.begin_object();
    json_.member_if("secretId", key.secret_id);
    json_.member_if("accessKeyId", key.access_key_id);
    json_.member_if("region", key.region);
    json_.member_if("canonical", key.canonical);
    json_.end_object();
  }

  void sdk(const ExchangeLine::Sdk& sdk) {
    const bool nothing = sdk.invocation.empty() && sdk.attempt == 0 && sdk.max == 0 &&
                         sdk.ttl.empty() && sdk.user_agent.empty();
    if (nothing) return;
    json_.name("sdk");
    json_.begin_object();
    if (!lasting_) json_.member_if("invocation", sdk.invocation);
    if (sdk.attempt > 0) json_.member("attempt", sdk.attempt);
    if (sdk.max > 0) json_.member("max", sdk.max);
    if (!lasting_) json_.member_if("ttl", sdk.ttl);
    json_.member_if("ua", sdk.user_agent);
    json_.end_object();
  }

  void trace(const ExchangeLine::Trace& trace) {
    if (trace.parent.empty() && trace.state.empty()) return;
    json_.name("trace");
    json_.begin_object();
    json_.member_if("traceparent", trace.parent);
    json_.member_if("tracestate", trace.state);
    json_.end_object();
  }

  void sig(const ExchangeLine::Signed& sig) {
    json_.name("sig");
    json_.begin_object();
    json_.member("alg", sig.algorithm);
    texts("signed", sig.headers);
    if (!lasting_) json_.member_if("date", sig.date);
    json_.name("valid");
    sig.valid ? json_.value(*sig.valid) : json_.value(nullptr);
    json_.member("presigned", sig.presigned);
    json_.end_object();
  }

  void headers(const HeaderList& headers) {
    json_.name("headers");
    json_.begin_array();
    for (const auto& [name, value] : headers) {
      if (lasting_ && std::find(kPassing.begin(), kPassing.end(), name) != kPassing.end()) continue;
      json_.begin_array();
      json_.value(name);
      json_.value(value);
      json_.end_array();
    }
    json_.end_array();
  }

  void body(const ExchangeLine::Body& body) {
    if (body.json) {
      json_.name("json");
      json_.raw(lasting_ ? canonical_json(*body.json) : plain_json(*body.json));
    }
    if (body.raw) {
      const bool is_text = is_utf8(*body.raw);
      json_.member(is_text ? "text" : "base64", is_text ? *body.raw : aws::base64(*body.raw));
    }
    json_.member("size", body.size);
  }

  void request(const ExchangeLine::Request& request) {
    json_.name("req");
    json_.begin_object();
    json_.member("method", request.method);
    json_.member("path", request.path);
    json_.member_if("query", request.query);
    headers(request.headers);
    body(request.body);
    json_.end_object();
  }

  void reply(const ExchangeLine::Reply& reply) {
    json_.begin_object();
    json_.member("status", reply.status);
    headers(reply.headers);
    body(reply.body);
    json_.end_object();
  }

  void error(const ExchangeLine::Error& error) {
    json_.name("error");
    json_.begin_object();
    json_.member("code", error.code);
    json_.member("retryable", error.retryable);
    json_.end_object();
  }

  void item(const ExchangeLine::Fault& fault) {
    json_.begin_object();
    json_.member("rule", fault.rule);
    json_.member("phase", to_string(fault.phase));
    json_.member("action", fault.action);
    if (fault.u) json_.member("u", *fault.u);
    json_.member("p", fault.p);
    json_.member("ordinal", fault.ordinal);
    if (!lasting_ && fault.bytes_sent) json_.member("bytesSent", *fault.bytes_sent);
    json_.end_object();
  }

  void item(const aws::NearMiss& near) {
    json_.begin_object();
    json_.member("seq", near.seq);
    json_.member("distance", near.distance);
    json_.name("diff");
    json_.begin_array();
    for (const auto& difference : near.differences) {
      json_.begin_object();
      json_.member("path", difference.pointer);
      json_.member("want", difference.want);
      json_.member("got", difference.got);
      json_.end_object();
    }
    json_.end_array();
    if (near.more > 0) json_.member("more", near.more);
    json_.end_object();
  }

  template <typename Items>
  void list(std::string_view name, const Items& items) {
    json_.name(name);
    json_.begin_array();
    for (const auto& one : items) item(one);
    json_.end_array();
  }

  void texts(std::string_view name, const std::vector<std::string>& texts) {
    json_.name(name);
    json_.begin_array();
    for (const auto& text : texts) json_.value(text);
    json_.end_array();
  }

  /// A list, unless it is empty.
  void texts_if(std::string_view name, const std::vector<std::string>& list) {
    if (!list.empty()) texts(name, list);
  }

  void replayed(const aws::Replayed& replayed) {
    json_.name("replayed");
    json_.begin_object();
    if (!lasting_) {
      json_.member("from", replayed.from);
      json_.member("seq", replayed.seq);
    }
    json_.member("match", replayed.exact ? "exact" : "canonical");
    if (!lasting_) {
      texts_if("remapped", replayed.remapped);
      texts_if("conflicts", replayed.conflicts);
    }
    json_.end_object();
  }

  JsonWriter json_;
  const bool lasting_;
};

Json secrecy_json(const Secrecy& secrecy) {
  switch (secrecy.style) {
    case Secrecy::Style::none:
      return {{"model", false}, {"style", "none"}};
    case Secrecy::Style::sealed:
      return {{"model", true},
              {"style", "sealed"},
              {"key", "run"},
              {"seal", {{"key", secrecy.key}, {"file", secrecy.file}}}};
    case Secrecy::Style::pseudonym:
      break;
  }
  return {{"model", true}, {"style", "pseudonym"}, {"key", "run"}};
}

std::string written(const ExchangeLine& line, bool lasting) {
  std::string text;
  text.reserve(2048);
  ExchangeWriter(text, lasting).write(line);
  return text;
}

}  // namespace

std::string to_line(const Header& header) {
  Json json = {{"kind", "header"},
               {"format", "stunt.transcript"},
               {"v", 1},
               {"created", world::rfc3339(header.created)},
               {"tool", header.tool},
               {"seed", header.seed},
               {"engine", header.engine},
               {"service", header.service},
               {"region", header.region},
               {"clock",
                {{"mode", header.virtual_clock ? "virtual" : "system"},
                 {"start", world::rfc3339(header.clock_start)}}},
               {"redaction", secrecy_json(header.secrecy)},
               {"canonical", "jcs"}};
  if (header.deterministic) json["deterministic"] = true;
  return plain_json(json);
}

std::string to_line(const ExchangeLine& line) { return written(line, false); }

std::string to_line(const Footer& footer) {
  aws::Json json = {{"kind", "footer"}, {"exchanges", footer.exchanges}, {"digest", footer.digest}};
  if (footer.dropped > 0) json["dropped"] = footer.dropped;
  return plain_json(json);
}

std::string lasting_text(const ExchangeLine& line) { return written(line, true); }

}  // namespace stunt::recorder
