// SPDX-License-Identifier: MIT
#include "script.h"

#include <fstream>
#include <iterator>

#include "aws/error.h"
#include "emulator/model/secrets_manager.h"
#include "input/document.h"
#include "verdict/expectation.h"

namespace stunt::test {
namespace {

constexpr world::Moment kStart{std::chrono::seconds(100)};

http::Reply reply_of(int status, const aws::Json& body) {
  return aws::json_reply(status, body.dump(), {"0f0e0d0c-0000-4000-8000-000000000000", {}});
}

}  // namespace

Line::Line(std::string_view operation, const aws::Json& body) {
  auto& request = exchange_.request;
  request.method = "POST";
  request.path = "/";
  request.headers.add("X-Amz-Target", "secretsmanager." + std::string(operation));
  request.body = body.dump();
  exchange_.arrival.connection = 1;
  answer(200, aws::Json::object());
}

Line& Line::caller(verdict::Caller caller) {
  caller_ = caller;
  return *this;
}

Line& Line::key(std::string_view access_key_id) {
  key_ = access_key_id;
  return *this;
}

Line& Line::connection(std::uint64_t number) {
  exchange_.arrival.connection = number;
  return *this;
}

Line& Line::attempt(std::string_view invocation, unsigned number) {
  header("amz-sdk-invocation-id", std::string(invocation));
  return header("amz-sdk-request", "attempt=" + std::to_string(number) + "; max=3");
}

Line& Line::header(std::string_view name, std::string value) {
  exchange_.request.headers.set(name, std::move(value));
  return *this;
}

Line& Line::at(world::Duration time) {
  at_ = time;
  is_placed_ = true;
  return *this;
}

Line& Line::took(world::Duration time) {
  took_ = time;
  return *this;
}

Line& Line::answer(int status, const aws::Json& body) {
  exchange_.outcome.reply = reply_of(status, body);
  return *this;
}

Line& Line::error(std::string_view code, int status) {
  return answer(status, {{"__type", code}, {"Message", "injected"}});
}

Line& Line::answer_header(std::string_view name, std::string value) {
  exchange_.outcome.reply->headers.set(name, std::move(value));
  return *this;
}

Line& Line::real(int status, const aws::Json& body) {
  exchange_.outcome.real = reply_of(status, body);
  return *this;
}

Line& Line::applied(bool applied) {
  exchange_.outcome.applied = applied;
  return *this;
}

Line& Line::struck_by(std::string rule) {
  aws::FiredFault fault;
  fault.rule = std::move(rule);
  exchange_.outcome.faults.push_back(std::move(fault));
  return *this;
}

Line& Line::ended(http::Delivery::End end) {
  exchange_.delivery.end = end;
  return *this;
}

Script::Script()
    : board_(std::make_unique<scenarios::Board>()),
      journal_(std::make_unique<verdict::Journal>(emulator::secrets_manager(), *board_,
                                                  verdict::Journal::Limits())) {}

std::shared_ptr<aws::Exchange> Script::place(const Line& line) {
  auto exchange = std::make_shared<aws::Exchange>(line.exchange_);
  now_ = line.is_placed_ ? line.at_ : now_ + std::chrono::seconds(1);
  exchange->request.headers.set(
      "Authorization", "AWS4-HMAC-SHA256 Credential=" + line.key_ +
                           "/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host, "
                           "Signature=0");
  exchange->arrival.at = kStart + now_;
  exchange->delivery.began = exchange->delivery.ended = exchange->arrival.at + line.took_;
  exchange->call = aws::read_call(exchange->request, emulator::secrets_manager());
  exchange->call.seq = exchange->call.ordinal = ++seq_;
  journal_->arrived(*exchange, line.caller_);
  return exchange;
}

Script& Script::add(Line line) {
  journal_->finished(place(line));
  return *this;
}

Script& Script::add_open(Line line) {
  open_.push_back(place(line));
  return *this;
}

verdict::Evidence Script::evidence() const {
  verdict::Evidence evidence{emulator::secrets_manager(), *board_};
  evidence.journal = journal_->snapshot();
  evidence.started = kStart;
  return evidence;
}

verdict::Finding Script::judge(std::string_view item) const { return judge(item, evidence()); }

verdict::Finding Script::judge(std::string_view item, const verdict::Evidence& evidence) const {
  const auto one = expectations("[ " + std::string(item) + " ]").at(0);
  return static_cast<const verdict::Expectation&>(*one).judge(evidence);
}

verdict::Expectations expectations(std::string_view yaml) {
  input::Problems problems("expect.yaml");
  verdict::Expectations read;
  if (const auto document = input::parse_document(yaml, problems)) {
    read = verdict::read_expect(input::Value(document->root(), "", problems),
                                emulator::secrets_manager());
  }
  problems.throw_if_any();
  return read;
}

std::string problems(std::string_view yaml) {
  try {
    expectations(yaml);
  } catch (const input::BadInput& error) {
    return error.what();
  }
  return {};
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace stunt::test
