// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "recorder/show/table.h"
#include "recorder/show/view.h"
#include "recorder/show/words.h"
#include "recorder/transcript/jcs.h"
#include "world/told.h"

namespace stunt::recorder {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kBetween = "  |  ";
constexpr std::size_t kNarrowestHalf = 30;

/// The text in pieces of so many columns.
Lines wrapped(std::string_view text, std::size_t width) {
  Lines lines(1);
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && columns++ == width) {
      lines.emplace_back();
      columns = 1;
    }
    lines.back() += text[i];
  }
  return lines;
}

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

std::string bytes(std::uint64_t size) { return counted(size, "byte"); }

/// Headers and body. A JSON text inside of a JSON string, as most secrets are, stays a string: that
/// is what was sent.
Lines message(const HeaderList& headers, const ExchangeLine::Body& body, std::size_t width) {
  Lines lines;
  for (const auto& [name, value] : headers) {
    append(lines, wrapped(printable(name + ": " + value), width));
  }
  lines.emplace_back();
  if (!body.json) {
    lines.push_back(body.size == 0 ? "(no body)" : "(" + bytes(body.size) + " that are no JSON)");
    return lines;
  }
  const auto text = body.json->dump(2, ' ', false, aws::Json::error_handler_t::replace);
  std::string_view rest(text);
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    append(lines, wrapped(printable(line), width));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  return lines;
}

Lines reply(const ExchangeLine::Reply& reply, std::size_t width) {
  Lines lines = {"HTTP/1.1 " + std::to_string(reply.status) + "  (" + bytes(reply.body.size) + ")"};
  append(lines, message(reply.headers, reply.body, width));
  return lines;
}

class DetailView : public View {
 public:
  explicit DetailView(const Screen& screen)
      : screen_(screen), width_(std::max<std::size_t>(screen.width, 40) - kIndent.size()) {}

  void add(const ExchangeLine& line) override {
    title("exchange " + std::to_string(line.seq) + ": " + operation_of(line) + " " +
              secret_of(line) + ", ",
          answer_of(line), color_of(line.outcome));
    circumstances(line);
    layers(line);
    request(line.req);
    answers(line);
  }

 private:
  void title(const std::string& text, const std::string& end = "", Color color = Color::none) {
    screen_.out << painted(printable(text), Color::bold, screen_.color)
                << painted(printable(end), color, screen_.color) << "\n";
  }

  /// A fact with its name in front; nothing if it is not known.
  void fact(std::string_view name, const std::string& value, Color color = Color::none) {
    if (value.empty()) return;
    constexpr std::size_t kName = 11;
    bool first = true;
    for (const auto& line : wrapped(printable(value), width_ - kName)) {
      std::string label(first ? name : "");
      label.resize(kName, ' ');
      screen_.out << kIndent << painted(label, Color::dim, screen_.color)
                  << painted(line, color, screen_.color) << "\n";
      first = false;
    }
  }

  void circumstances(const ExchangeLine& line) {
    using world::told;
    fact("id", line.id);
    fact("scope", line.scope);
    fact("arrived", world::clock_time(line.t) + " on the scenario's clock, " +
                        world::clock_time(line.at) + " on the machine's");
    fact("took", told(line.dur.total()) + ": queue " + told(line.dur.queue) + ", engine " +
                     told(line.dur.engine) + ", injected " + told(line.dur.injected) + ", write " +
                     told(line.dur.write));
    const auto key = line.key.access_key_id.empty() ? "not signed" : line.key.access_key_id;
    fact("client", key + (line.key.region.empty() ? "" : ", " + line.key.region) + ", connection " +
                       std::to_string(line.connection) +
                       (line.reused ? ", which had been used before" : ""));
    fact("sdk", sdk(line.sdk));
    fact("invocation", line.sdk.invocation);
    fact("trace", line.trace.parent);
    fact("trace", line.trace.state);
    fact("canonical", line.key.canonical);
  }

  static std::string sdk(const ExchangeLine::Sdk& sdk) {
    std::string text = sdk.user_agent;
    if (sdk.attempt == 0) return text;
    text += (text.empty() ? "attempt " : ", attempt ") + std::to_string(sdk.attempt);
    if (sdk.max > 0) text += " of " + std::to_string(sdk.max);
    return text;
  }

  void layers(const ExchangeLine& line) {
    if (line.applied) fact("applied", *line.applied ? "yes, state was changed" : "no");
    if (line.error) fact("error", line.error->code + ", retryable: " + line.error->retryable);
    for (const auto& one : line.faults) fact("fault", fault(one), Color::yellow);
    if (line.replayed) {
      const auto& replayed = *line.replayed;
      fact("replayed",
           "exchange " + std::to_string(replayed.seq) + " of " + replayed.from +
               (replayed.exact ? ", which is equal" : ", which has the same canonical key"));
    }
    for (const auto& near : line.near) {
      for (const auto& one : near.differences) {
        fact("near", "exchange " + std::to_string(near.seq) + " has at " + one.pointer + " " +
                         one.want + ", not " + one.got);
      }
    }
  }

  static std::string fault(const ExchangeLine::Fault& fault) {
    auto text = fault.rule + ": " + fault.action + ", " + std::string(to_string(fault.phase));
    if (fault.u)
      text += ", u " + plain_json(*fault.u) + (fault.p < 1 ? " < p " + plain_json(fault.p) : "");
    text += ", ordinal " + std::to_string(fault.ordinal);
    if (fault.bytes_sent) text += ", " + bytes(*fault.bytes_sent) + " sent";
    return text;
  }

  void request(const ExchangeLine::Request& request) {
    screen_.out << "\n";
    title("request");
    auto target = request.method + " " + request.path;
    if (!request.query.empty()) target += "?" + request.query;
    auto lines = wrapped(printable(target + "  (" + bytes(request.body.size) + ")"), width_);
    append(lines, message(request.headers, request.body, width_));
    print(lines);
  }

  /// What the engine said stands beside what was sent instead.
  void answers(const ExchangeLine& line) {
    screen_.out << "\n";
    if (!line.real) {
      title("answer");
      print(line.res ? reply(*line.res, width_) : Lines{"nothing was sent"});
      return;
    }
    const auto half = (width_ - kBetween.size()) / 2;
    const bool beside = half >= kNarrowestHalf;
    const auto width = beside ? half : width_;
    const auto sent = line.res ? reply(*line.res, width) : Lines{"nothing was sent"};
    const auto real = reply(*line.real, width);
    if (beside) {
      print_beside(sent, real, half);
      return;
    }
    title("sent");
    print(sent);
    screen_.out << "\n";
    title("the engine said");
    print(real);
  }

  void print_beside(Lines left, Lines right, std::size_t half) {
    left.insert(left.begin(), "sent");
    right.insert(right.begin(), "the engine said");
    const auto rows = std::max(left.size(), right.size());
    left.resize(rows);
    right.resize(rows);
    Lines lines;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string blanks(half - columns_of(left[i]), ' ');
      const auto color = i == 0 ? Color::bold : Color::none;
      lines.push_back(painted(left[i], color, screen_.color) + blanks + std::string(kBetween) +
                      painted(right[i], color, screen_.color));
    }
    print(lines);
  }

  void print(const Lines& lines) {
    for (const auto& line : lines) {
      const auto whole = std::string(kIndent) + line;
      screen_.out << whole.substr(0, whole.find_last_not_of(' ') + 1) << "\n";
    }
  }

  const Screen screen_;
  const std::size_t width_;
};

}  // namespace

std::unique_ptr<View> make_detail_view(const Screen& screen) {
  return std::make_unique<DetailView>(screen);
}

}  // namespace stunt::recorder
