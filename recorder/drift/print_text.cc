// SPDX-License-Identifier: MIT
#include "recorder/drift/printer.h"
#include "recorder/show/table.h"

namespace stunt::recorder {
namespace {

using Kind = Finding::Kind;

constexpr const char* kRed = "\x1b[31m";
constexpr const char* kGreen = "\x1b[32m";
constexpr const char* kYellow = "\x1b[33m";
constexpr const char* kDim = "\x1b[2m";
constexpr const char* kBold = "\x1b[1m";
constexpr const char* kPlain = "\x1b[0m";

/// How wide "schema" and the like are written.
constexpr std::size_t kSeverityWidth = 6;

std::string_view words(Kind kind) {
  switch (kind) {
    case Kind::equal:
      return "equal";
    case Kind::different:
      return "different";
    case Kind::sent:
      return "sent";
    case Kind::not_compared:
      return "not compared";
    case Kind::not_sent:
      return "not sent";
    case Kind::missing:
      return "missing";
    case Kind::extra:
      break;
  }
  return "extra";
}

class TextPrinter : public DriftPrinter {
 public:
  TextPrinter(std::ostream& out, bool color) : out_(out), color_(color) {}

  void finding(const Finding& finding) override {
    switch (finding.kind) {
      case Kind::equal:
        return;
      case Kind::sent:
        out_ << title(finding) << "  " << printable(finding.reason) << "\n";
        break;
      case Kind::not_compared:
      case Kind::not_sent:
        out_ << in(kDim,
                   title(finding) + ": " + std::string(words(finding.kind)) + ", " + finding.reason)
             << "\n";
        break;
      case Kind::missing:
        out_ << in(kRed, "- " + title(finding)) << "\n";
        break;
      case Kind::extra:
        out_ << in(kGreen, "+ " + title(finding)) << "\n";
        break;
      case Kind::different:
        out_ << in(kBold, title(finding)) << "\n";
        for (const auto& one : finding.request) difference(one, "request ");
        for (const auto& one : finding.answer) difference(one, "");
        break;
    }
    out_.flush();
  }

  void end(const DriftEnd& end) override {
    const auto& totals = end.totals;
    if (totals.all() > totals.of(Kind::equal)) out_ << "\n";
    out_ << totals.all() << (totals.all() == 1 ? " exchange: " : " exchanges: ") << kinds(totals)
         << "\n";
    for (const auto& [reason, count] : totals.reasons()) {
      out_ << "  " << count << ": " << reason << "\n";
    }
    if (totals.of(Kind::sent) == 0) {
      out_ << "not counted as differences:\n";
      for (const auto& told : left_out(end)) out_ << "  " << told << "\n";
    }
    for (const auto& note : end.notes) out_ << "note: " << note << "\n";
    out_.flush();
  }

 private:
  std::string in(const char* color, const std::string& text) const {
    return color_ ? color + text + kPlain : text;
  }

  static std::string title(const Finding& finding) {
    auto text = "seq " + std::to_string(finding.seq);
    if (finding.other_seq != 0 && finding.other_seq != finding.seq) {
      text += " (there " + std::to_string(finding.other_seq) + ")";
    }
    text += "  " + printable(finding.operation);
    return finding.secret.empty() ? text : text + "  " + printable(finding.secret);
  }

  void difference(const Difference& one, const std::string& where) {
    std::string severity(to_string(one.severity));
    severity.resize(kSeverityWidth, ' ');
    out_ << "  " << in(one.severity == Severity::data ? kYellow : kRed, severity) << "  " << where
         << (one.pointer.empty() ? "the answer" : printable(one.pointer)) << "\n"
         << "    " << in(kRed, "- " + one.recorded) << "\n"
         << "    " << in(kGreen, "+ " + one.live) << "\n";
  }

  static std::string kinds(const Totals& totals) {
    std::string text;
    const bool compared = totals.of(Kind::sent) == 0;
    for (const auto kind : {Kind::equal, Kind::different, Kind::sent, Kind::missing, Kind::extra,
                            Kind::not_compared, Kind::not_sent}) {
      const auto count = totals.of(kind);
      const bool always = compared && (kind == Kind::equal || kind == Kind::different);
      if (count == 0 && !always) continue;
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(words(kind));
      if (kind == Kind::different && count > 0) text += " (" + severities(totals) + ")";
    }
    return text;
  }

  static std::string severities(const Totals& totals) {
    std::string text;
    for (std::size_t i = 0; i < kSeverities; ++i) {
      const auto severity = static_cast<Severity>(i);
      if (totals.of(severity) == 0) continue;
      text += (text.empty() ? "" : ", ") + std::string(to_string(severity)) + " " +
              std::to_string(totals.of(severity));
    }
    return text;
  }

  std::ostream& out_;
  const bool color_;
};

}  // namespace

std::unique_ptr<DriftPrinter> make_text_printer(std::ostream& out, bool color) {
  return std::make_unique<TextPrinter>(out, color);
}

}  // namespace stunt::recorder
