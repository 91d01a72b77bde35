// SPDX-License-Identifier: MIT
#include "stunt/exchange.h"

#include <map>
#include <ostream>
#include <sstream>

#include "harness/embedded/facts.h"
#include "harness/transcriber.h"
#include "verdict/report/escape.h"
#include "verdict/report/report.h"
#include "verdict/report/table.h"
#include "verdict/verdict.h"

namespace stunt {
namespace {

using recorder::ExchangeLine;

verdict::Row row_of(const Exchange& exchange) {
  std::ostringstream outcome;
  if (exchange.outcome) {
    outcome << *exchange.outcome;
  } else {
    outcome << "in flight";
  }
  return {exchange.seq,     exchange.time, exchange.operation, exchange.secret,
          exchange.attempt, outcome.str(), exchange.faults};
}

std::string text_of(const std::optional<aws::Json>& json) {
  return json ? json->dump(-1, ' ', false, aws::Json::error_handler_t::replace) : std::string();
}

/// Tells the calls of one transcript, so that equal tokens are told alike.
class Teller {
 public:
  explicit Teller(harness::Transcriber& transcriber) : transcriber_(transcriber) {}

  Exchange tell(const verdict::Entry& entry) {
    const auto& known = *entry.exchange;
    const auto line = transcriber_.line(known);
    Exchange exchange;
    exchange.seq = entry.seq();
    exchange.time = line.at;
    exchange.operation = line.op.value_or("");
    exchange.secret = transcriber_.identifier(known.call.secret);
    exchange.access_key_id = line.key.access_key_id;
    exchange.invocation = line.sdk.invocation;
    exchange.attempt = line.sdk.attempt;
    exchange.token = token_of(known.call);
    exchange.request = text_of(line.req.body.json);
    exchange.headers = line.req.headers;
    exchange.connection = line.connection;
    exchange.reused = line.reused;
    if (entry.outcome) add_end(entry, line, exchange);
    return exchange;
  }

 private:
  static void add_end(const verdict::Entry& entry, const ExchangeLine& line, Exchange& exchange) {
    exchange.outcome = static_cast<Outcome>(*entry.outcome);
    if (line.res) {
      exchange.status = line.res->status;
      exchange.answer = text_of(line.res->body.json);
    }
    if (line.error) exchange.error_code = line.error->code;
    exchange.applied = line.applied;
    for (const auto& fault : line.faults) {
      // A rule may have done two things to one call.
      if (exchange.faults.empty() || exchange.faults.back() != fault.rule) {
        exchange.faults.push_back(fault.rule);
      }
    }
    exchange.duration = entry.exchange->delivery.ended - entry.exchange->arrival.at;
  }

  Token token_of(const aws::Call& call) {
    if (!call.model) return {};
    const auto value = std::string(aws::text_member(call.body, call.model->token));
    if (value.empty()) return {};
    const auto next = static_cast<unsigned>(tokens_.size() + 1);
    return {value, tokens_.emplace(value, next).first->second};
  }

  harness::Transcriber& transcriber_;
  std::map<std::string, unsigned> tokens_;
};

}  // namespace

Exchanges embedded::exchanges_of(harness::Scope& scope, const verdict::Calls& calls) {
  auto& transcriber = scope.transcriber();
  const auto all = std::make_shared<const std::vector<verdict::Entry>>(
      transcriber.look_at(scope.journal()).entries);
  Teller teller(transcriber);
  Exchanges exchanges;
  for (const auto& entry : *all) {
    if (!verdict::meets(calls.match, entry, scope.board())) continue;
    exchanges.push_back(teller.tell(entry));
    exchanges.back().facts = std::make_shared<const Exchange::Facts>(Exchange::Facts{entry, all});
  }
  return exchanges;
}

std::vector<verdict::Entry> embedded::entries_of(const Exchanges& exchanges) {
  std::vector<verdict::Entry> entries;
  for (const auto& exchange : exchanges) {
    if (exchange.facts) entries.push_back(exchange.facts->entry);
  }
  return entries;
}

std::string embedded::table_of(const Exchanges& exchanges) {
  std::vector<verdict::Row> rows;
  for (const auto& exchange : exchanges) rows.push_back(row_of(exchange));
  std::vector<const verdict::Row*> lines;
  for (const auto& row : rows) lines.push_back(&row);
  std::ostringstream out;
  verdict::report::write_table(lines, "  ", out);
  return out.str();
}

std::string Exchange::revealed_request() const {
  return facts ? facts->entry.exchange->request.body : request;
}

std::ostream& operator<<(std::ostream& out, const Token& token) {
  if (!token.is_given()) return out << "no token";
  return out << "token " << token.number_;
}

std::ostream& operator<<(std::ostream& out, const Exchange& exchange) {
  std::string row = "#";
  for (const auto& cell : verdict::report::cells_of(row_of(exchange))) {
    row += (row == "#" ? "" : " ") + verdict::report::plain(cell);
  }
  return out << row;
}

std::ostream& operator<<(std::ostream& out, const Exchanges& exchanges) {
  if (exchanges.empty()) return out << "no calls";
  return out << "\n" << embedded::table_of(exchanges);
}

void PrintTo(const Exchange& exchange, std::ostream* out) { *out << exchange; }
void PrintTo(const Exchanges& exchanges, std::ostream* out) { *out << exchanges; }

}  // namespace stunt
