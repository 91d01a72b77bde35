// SPDX-License-Identifier: MIT
//
// The spans of a transcript, as one request to an OpenTelemetry collector.
#include "recorder/formats/exchange_facts.h"
#include "recorder/formats/format_writer.h"
#include "recorder/otlp/span.h"

namespace stunt::recorder {
namespace {

class OtlpWriter : public FormatWriter {
 public:
  explicit OtlpWriter(const WriterTools& tools) : tools_(tools) {}

  void begin(const Header& header) override {
    start_ = header.clock_start;
    tools_.out << spans_.emplace(header).head();
  }

  void add(const ExchangeLine& exchange) override {
    const auto place = place_of(exchange);
    const auto span = spans_->span(exchange, start_ + exchange.t);
    if (!span) {
      tools_.losses.add("an exchange whose client did not sample its trace", place);
      return;
    }
    tools_.out << (any_ ? ",\n" : "\n") << *span;
    any_ = true;
    tools_.losses.add("headers, bodies and the secret's name", place);
  }

  void end() override { tools_.out << "\n" << kSpansTail << "\n"; }

 private:
  const WriterTools tools_;
  std::optional<SpanWriter> spans_;
  world::Instant start_{};
  bool any_ = false;
};

}  // namespace

std::unique_ptr<FormatWriter> make_otlp_writer(const WriterTools& tools) {
  return std::make_unique<OtlpWriter>(tools);
}

}  // namespace stunt::recorder
