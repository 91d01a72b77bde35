// SPDX-License-Identifier: MIT
//
// A shell script that sends the requests one after the other.
#include "input/shell_word.h"
#include "recorder/formats/exchange_facts.h"
#include "recorder/formats/format_writer.h"
#include "recorder/show/table.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

constexpr const char* kHead = R"(#!/bin/sh
# The requests of a transcript. Secrets are pseudonyms: put values in the place of {{secret:N}}.
#   sh FILE http://127.0.0.1:4566
# For a server that verifies signatures set CURL_FLAGS, for example to
#   --user KEY:SECRET --aws-sigv4 aws:amz:us-east-1:secretsmanager
endpoint=${1:-http://127.0.0.1:4566}
)";

class CurlWriter : public FormatWriter {
 public:
  explicit CurlWriter(const WriterTools& tools) : tools_(tools) {}

  void begin(const Header&) override { tools_.out << kHead; }

  void add(const ExchangeLine& exchange) override {
    const auto place = place_of(exchange);
    const auto target = header_of(exchange.req.headers, "x-amz-target");
    if (!exchange.req.body.json || target.empty() || is_redacted(target)) {
      tools_.losses.add("a request that was redacted or was no JSON", place);
      return;
    }
    tell_losses(exchange, place);
    const auto body = plain_json(*exchange.req.body.json);
    tools_.out << "\n# " << place << ": " << printable(exchange.op.value_or("(unknown)"));
    if (!exchange.key.secret_id.empty()) tools_.out << " " << printable(exchange.key.secret_id);
    tools_.out << ", " << to_string(exchange.outcome) << "\n"
               << "curl -sS $CURL_FLAGS \"$endpoint\" -H "
               << input::shell_quoted("content-type: " + type(exchange)) << " -H "
               << input::shell_quoted("x-amz-target: " + std::string(target))
               << " \\\n  --data-raw " << input::shell_quoted(body) << "\necho\n";
  }

  void end() override {}

 private:
  static std::string type(const ExchangeLine& exchange) {
    const auto type = header_of(exchange.req.headers, "content-type");
    return type.empty() || is_redacted(type) ? "application/x-amz-json-1.1" : std::string(type);
  }

  void tell_losses(const ExchangeLine& exchange, const std::string& place) {
    auto& losses = tools_.losses;
    if (exchange.res || exchange.real) losses.add("the answer", place);
    if (!exchange.faults.empty()) losses.add("what faults did", place);
    if (is_redacted(plain_json(*exchange.req.body.json))) {
      losses.add("secret values of requests: they are pseudonyms", place);
    }
  }

  const WriterTools tools_;
};

}  // namespace

std::unique_ptr<FormatWriter> make_curl_writer(const WriterTools& tools) {
  return std::make_unique<CurlWriter>(tools);
}

}  // namespace stunt::recorder
