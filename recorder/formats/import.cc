// SPDX-License-Identifier: MIT
#include "recorder/formats/import.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "aws/exchange.h"
#include "recorder/capture/describe.h"
#include "recorder/formats/foreign.h"
#include "recorder/formats/highest_pseudonym.h"
#include "recorder/formats/parse_foreign.h"
#include "recorder/transcript/digest.h"
#include "recorder/transcript/fields.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using End = http::Delivery::End;

/// By ImportFormat.
constexpr std::array<std::string_view, 4> kNames = {"har", "wiremock", "hoverfly", "vcr"};

ImportFormat guess(const Json& document, const std::string& name) {
  const auto has = [&](const char* member) { return aws::member(document, member) != nullptr; };
  if (has("log")) return ImportFormat::har;
  if (has("interactions") || has("http_interactions")) return ImportFormat::vcr;
  if (has("data")) return ImportFormat::hoverfly;
  if (has("mappings") || (has("request") && has("response"))) return ImportFormat::wiremock;
  throw BadImport(name +
                  ": this is no HAR (log), no WireMock (mappings), Hoverfly (data) or VCR "
                  "(interactions, http_interactions) file");
}

Foreign read(const Json& document, ImportFormat format, Losses& losses) {
  switch (format) {
    case ImportFormat::har:
      return read_har(document, losses);
    case ImportFormat::wiremock:
      return read_wiremock(document, losses);
    case ImportFormat::hoverfly:
      return read_hoverfly(document, losses);
    case ImportFormat::vcr:
      break;
  }
  return read_vcr(document, losses);
}

/// Only calls of the service: their bodies are known well enough to be redacted.
bool is_call(const ForeignExchange& exchange, const aws::ServiceModel& service) {
  const auto target = exchange.request.headers.get("x-amz-target").value_or(std::string_view());
  return target.starts_with(std::string(service.target_prefix) + ".") || exchange.facts;
}

/// Those that are calls, in the order of their arrival, each with a number of its own.
void put_in_order(std::vector<ForeignExchange>& exchanges, std::vector<std::uint64_t>& numbers) {
  std::set<std::uint64_t> told;
  for (const auto& exchange : exchanges) {
    if (exchange.facts) told.insert(exchange.facts->seq);
  }
  const bool numbered = told.size() == exchanges.size();
  std::ranges::stable_sort(exchanges, [&](const auto& a, const auto& b) {
    return numbered ? a.facts->seq < b.facts->seq : a.at < b.at;
  });
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    numbers.push_back(numbered ? exchanges[i].facts->seq : i + 1);
  }
}

End end_of(std::optional<aws::OutcomeKind> ended) {
  if (!ended) return End::sent;
  switch (*ended) {
    case aws::OutcomeKind::client_gone:
      return End::client_gone;
    case aws::OutcomeKind::closed:
      return End::closed;
    case aws::OutcomeKind::timeout:
      return End::timed_out;
    case aws::OutcomeKind::reset:
      return End::reset;
    default:
      return End::sent;
  }
}

http::Reply to_reply(const ExchangeLine::Reply& told) {
  http::Reply reply;
  reply.status = told.status;
  for (const auto& [name, value] : told.headers) reply.headers.add(name, value);
  if (told.body.json)
    reply.body = told.body.json->dump(-1, ' ', false, Json::error_handler_t::replace);
  return reply;
}

/// The exchange as the harness and the transport would have left it.
std::unique_ptr<aws::Exchange> to_exchange(const ForeignExchange& foreign, std::uint64_t seq,
                                           world::Instant start, const aws::ServiceModel& service) {
  auto exchange = std::make_unique<aws::Exchange>();
  exchange->request = foreign.request;
  exchange->call = aws::read_call(exchange->request, service);
  exchange->call.seq = seq;
  exchange->at = foreign.facts ? start + foreign.facts->t : foreign.at.value_or(start);
  exchange->arrival.at = world::Moment(exchange->at - start);
  exchange->arrival.queued = foreign.dur.queue;
  exchange->engine = foreign.dur.engine;
  exchange->injected = foreign.dur.injected;
  exchange->delivery.ended = world::Moment(foreign.dur.write);
  exchange->delivery.end = end_of(foreign.ended);
  exchange->delivery.bytes = foreign.reply ? 1 : 0;
  exchange->outcome.reply = foreign.reply;
  if (foreign.facts && foreign.facts->real) exchange->outcome.real = to_reply(*foreign.facts->real);
  if (exchange->call.model && exchange->call.model->writes && foreign.reply) {
    exchange->outcome.applied = foreign.reply->status < 400;
  }
  return exchange;
}

/// A word for the header; what is none may be anything.
std::string word_or(const std::string& text, const std::string& otherwise) {
  constexpr std::size_t kLongest = 64;
  const bool is_word =
      !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_./+:").find(c) != std::string_view::npos;
      });
  return is_word ? text : otherwise;
}

bool is_ulid(std::string_view text) {
  constexpr std::size_t kSize = 26;
  constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return text.size() == kSize && text.find_first_not_of(kLetters) == text.npos;
}

/// Says in a line what only the file knows.
class FactsTeller {
 public:
  explicit FactsTeller(Redactor& redactor) : redactor_(redactor) {}

  void tell(const ExchangeLine& facts, ExchangeLine& line) {
    line.scope = redactor_.text(facts.scope);
    if (is_ulid(facts.id)) line.id = redactor_.text(facts.id);
    line.t = facts.t;
    line.at = facts.at;
    line.dur = facts.dur;
    line.connection = facts.connection;
    line.reused = facts.reused;
    line.outcome = facts.outcome;
    line.applied = facts.applied;
    if (line.real && facts.real) line.real->body.size = facts.real->body.size;
    for (const auto& fault : facts.faults) {
      line.faults.push_back(fault);
      line.faults.back().rule = redactor_.text(fault.rule);
      line.faults.back().action = redactor_.text(fault.action);
    }
    if (facts.replayed) {
      line.replayed = facts.replayed;
      line.replayed->from = redactor_.text(facts.replayed->from);
      for (auto* kinds : {&line.replayed->remapped, &line.replayed->conflicts}) {
        for (auto& kind : *kinds) kind = redactor_.text(kind);
      }
    }
    for (auto near : facts.near) {
      for (auto& difference : near.differences) {
        for (auto* text : {&difference.pointer, &difference.want, &difference.got}) {
          *text = redactor_.text(*text);
        }
      }
      line.near.push_back(near);
    }
  }

 private:
  Redactor& redactor_;
};

Header header_of(const Foreign& foreign, const ImportRequest& request, const std::string& format,
                 const aws::ServiceModel& service) {
  Header header;
  header.tool = request.tool;
  header.engine = format;
  header.service = std::string(service.signing_name);
  if (foreign.header) {
    header = *foreign.header;
    header.secrecy = {};  // whatever it was, it is redacted now
    header.tool = word_or(header.tool, request.tool);
    header.engine = word_or(header.engine, format);
    header.service = word_or(header.service, std::string(service.signing_name));
    header.region = word_or(header.region, "");
    return header;
  }
  for (const auto& exchange : foreign.exchanges) {
    if (!exchange.at) continue;
    const bool first = header.created == world::Instant{} || *exchange.at < header.created;
    if (first) header.created = *exchange.at;
  }
  header.clock_start = header.created;
  return header;
}

Transcript describe_all(const Foreign& foreign, std::vector<std::uint64_t> numbers, Header header,
                        std::uint64_t highest, const aws::ServiceModel& service) {
  const auto start = header.clock_start;
  auto quiet = header;
  quiet.deterministic = false;  // the file's times are told as they are
  Describer describer(quiet, service, world::Moment{});
  describer.redactor().keep_pseudonyms(highest);
  std::vector<std::unique_ptr<aws::Exchange>> exchanges;
  for (std::size_t i = 0; i < foreign.exchanges.size(); ++i) {
    exchanges.push_back(to_exchange(foreign.exchanges[i], numbers[i], start, service));
    describer.learn(*exchanges.back());
  }
  Transcript transcript;
  FactsTeller facts(describer.redactor());
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    const auto& source = foreign.exchanges[i];
    auto line = describer.describe(*exchanges[i]);
    if (source.request_size) line.req.body.size = *source.request_size;
    if (source.reply_size && line.res) line.res->body.size = *source.reply_size;
    if (source.facts) facts.tell(*source.facts, line);
    transcript.exchanges.push_back(std::move(line));
  }
  for (const auto& line : transcript.exchanges) {
    if (header.region.empty()) header.region = line.key.region;
  }
  transcript.header = std::move(header);
  return transcript;
}

}  // namespace

std::span<const std::string_view> import_format_names() { return kNames; }

Transcript import_transcript(const ImportRequest& request, const aws::ServiceModel& service,
                             Losses& losses) {
  const auto document = parse_foreign(request.text, request.name);
  const auto format = request.format ? *request.format : guess(document, request.name);
  Foreign foreign;
  try {
    foreign = read(document, format, losses);
  } catch (const BadLine& bad) {
    throw BadImport(request.name + ": " + bad.what());
  }
  std::erase_if(foreign.exchanges, [&](const auto& exchange) {
    if (is_call(exchange, service)) return false;
    losses.add("what is no call of " + std::string(service.title), exchange.place);
    return true;
  });
  if (foreign.exchanges.empty()) {
    throw BadImport(request.name + ": there is no call of " + std::string(service.title) +
                    " in it: no request with X-Amz-Target: " + std::string(service.target_prefix) +
                    ".…");
  }
  std::vector<std::uint64_t> numbers;
  put_in_order(foreign.exchanges, numbers);
  auto header =
      header_of(foreign, request, std::string(kNames[static_cast<std::size_t>(format)]), service);
  auto transcript = describe_all(foreign, std::move(numbers), std::move(header),
                                 highest_pseudonym(request.text), service);
  Digest digest;
  for (const auto& line : transcript.exchanges) digest.add(line);
  transcript.footer = Footer{transcript.exchanges.size(), digest.value()};
  return transcript;
}

}  // namespace stunt::recorder
