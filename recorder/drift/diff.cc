// SPDX-License-Identifier: MIT
#include "recorder/drift/diff.h"

#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "aws/arn.h"
#include "input/did_you_mean.h"
#include "recorder/drift/comparison.h"
#include "recorder/drift/pair_exchanges.h"
#include "recorder/transcript/stream.h"

namespace stunt::recorder {
namespace {

/// Both files are held in memory, where they take several times as much.
constexpr std::uintmax_t kLargest = std::uintmax_t{256} << 20;

struct Session {
  Header header;
  std::vector<ExchangeLine> exchanges;
  std::vector<std::string> notes;
};

/// Nothing but what is compared.
ExchangeLine slim(const ExchangeLine& line) {
  ExchangeLine slim;
  slim.seq = line.seq;
  slim.t = line.t;
  slim.op = line.op;
  slim.key.secret_id = line.key.secret_id;
  slim.req.body = line.req.body;
  slim.res = line.res;
  slim.outcome = line.outcome;
  return slim;
}

Session read(const std::filesystem::path& path) {
  std::error_code unknown;
  if (const auto size = std::filesystem::file_size(path, unknown); !unknown && size > kLargest) {
    throw std::runtime_error(path.string() + " has " + std::to_string(size >> 20) +
                             " MiB; transcripts are compared up to " +
                             std::to_string(kLargest >> 20) + " MiB");
  }
  Session session;
  const auto end = stream_transcript(
      path, {[&](const Header& header) { session.header = header; },
             [&](const ExchangeLine& line) { session.exchanges.push_back(slim(line)); }});
  for (const auto& note : end.notes) session.notes.push_back(path.string() + ": " + note);
  return session;
}

bool was_cut(const ExchangeLine& line) {
  using Kind = aws::OutcomeKind;
  return line.outcome == Kind::reset || line.outcome == Kind::closed ||
         line.outcome == Kind::timeout || line.outcome == Kind::client_gone;
}

/// "200", or "200, reset", or "reset" if nothing came.
std::string seen(const ExchangeLine& line) {
  auto text = line.res ? std::to_string(line.res->status) : std::string();
  if (was_cut(line) || text.empty()) {
    text += (text.empty() ? "" : ", ") + std::string(to_string(line.outcome));
  }
  return text;
}

std::string place(const Finding& finding) {
  return "seq " + std::to_string(finding.seq) + " (there " + std::to_string(finding.other_seq) +
         ")";
}

/// Of the exchanges that stand in another order.
std::string told_of(const std::vector<std::string>& moved) {
  const std::vector<std::string_view> places(moved.begin(), moved.end());
  return "in another order, which is no difference: " + input::list_of(places);
}

class Diff {
 public:
  Diff(const Session& recorded, const Session& other, const aws::ServiceModel& service,
       const DriftRules& rules)
      : recorded_(recorded), other_(other), service_(service), comparison_(rules) {}

  Finding compare(const ExchangePair& pair) {
    const auto& line =
        pair.recorded ? recorded_.exchanges[*pair.recorded] : other_.exchanges[*pair.other];
    Finding finding;
    finding.seq = line.seq;
    finding.operation = line.op.value_or("(unknown)");
    finding.secret = aws::secret_name(line.key.secret_id);
    if (!pair.recorded || !pair.other) {
      finding.kind = pair.recorded ? Finding::Kind::missing : Finding::Kind::extra;
      return finding;
    }
    const auto& other = other_.exchanges[*pair.other];
    finding.other_seq = other.seq;
    const auto* operation = operation_of(line, service_);
    finding.request = requests(operation, line, other);
    finding.answer = answers(operation, line, other);
    if (!finding.request.empty() || !finding.answer.empty()) {
      finding.kind = Finding::Kind::different;
    }
    return finding;
  }

  const LeftAside& ignored() const { return comparison_.ignored(); }

 private:
  std::vector<Difference> requests(const aws::OperationModel* operation, const ExchangeLine& line,
                                   const ExchangeLine& other) {
    const auto nothing = aws::Json::object();
    const auto& there = line.req.body.json;
    const auto& here = other.req.body.json;
    return comparison_.requests(operation, there ? *there : nothing, here ? *here : nothing);
  }

  std::vector<Difference> answers(const aws::OperationModel* operation, const ExchangeLine& line,
                                  const ExchangeLine& other) {
    std::vector<Difference> found;
    if (line.res && other.res) {
      found = comparison_.answers(operation, {*line.res, recorded_.header.clock_start + line.t},
                                  {*other.res, other_.header.clock_start + other.t});
    }
    const bool ended_alike = line.res.has_value() == other.res.has_value() &&
                             (line.outcome == other.outcome || (!was_cut(line) && !was_cut(other)));
    if (!ended_alike) found.push_back({Severity::status, "", seen(line), seen(other)});
    return found;
  }

  const Session& recorded_;
  const Session& other_;
  const aws::ServiceModel& service_;
  Comparison comparison_;
};

}  // namespace

Totals diff_transcripts(const std::filesystem::path& recorded, const std::filesystem::path& other,
                        const aws::ServiceModel& service, const DriftRules& rules,
                        DriftPrinter& printer) {
  const auto one = read(recorded), another = read(other);
  Diff diff(one, another, service, rules);
  Totals totals;
  std::vector<std::string> moved;
  for (const auto& pair : pair_exchanges(one.exchanges, another.exchanges, service)) {
    const auto finding = diff.compare(pair);
    totals.add(finding);
    printer.finding(finding);
    if (pair.moved) moved.push_back(place(finding));
  }
  DriftEnd end{totals, rules, diff.ignored(), one.notes};
  end.notes.insert(end.notes.end(), another.notes.begin(), another.notes.end());
  if (!moved.empty()) end.notes.push_back(told_of(moved));
  printer.end(end);
  return totals;
}

}  // namespace stunt::recorder
