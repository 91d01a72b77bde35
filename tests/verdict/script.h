// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "aws/exchange.h"
#include "scenarios/board.h"
#include "verdict/journal.h"
#include "verdict/verdict.h"

namespace stunt::test {

/// One call and how it went, as harness and transport leave it: answered with 200 {} 1 ms after it
/// arrived, by a client with the key AKIDEXAMPLE, unless told otherwise.
class Line {
 public:
  Line(std::string_view operation, const aws::Json& body);

  Line& caller(verdict::Caller caller);
  Line& key(std::string_view access_key_id);
  Line& connection(std::uint64_t number);
  Line& attempt(std::string_view invocation, unsigned number);
  Line& header(std::string_view name, std::string value);

  /// When it arrived, since the run began.
  Line& at(world::Duration time);
  /// How long its answer took.
  Line& took(world::Duration time);

  Line& answer(int status, const aws::Json& body);
  Line& error(std::string_view code, int status = 400);
  Line& answer_header(std::string_view name, std::string value);
  Line& real(int status, const aws::Json& body);
  Line& applied(bool applied);
  Line& struck_by(std::string rule);
  Line& ended(http::Delivery::End end);

 private:
  friend class Script;
  verdict::Caller caller_ = verdict::Caller::client;
  world::Duration at_{0}, took_{1000};
  bool is_placed_ = false;
  std::string key_ = "AKIDEXAMPLE";
  aws::Exchange exchange_;
};

/// What happened in a run: a real journal, and the evidence made of it.
class Script {
 public:
  Script();

  /// It arrives one second after the one before, unless it says when.
  Script& add(Line line);

  /// It arrives and is never answered.
  Script& add_open(Line line);

  verdict::Journal& journal() { return *journal_; }
  verdict::Evidence evidence() const;

  /// Of the only item of an `expect` that is this YAML.
  verdict::Finding judge(std::string_view item) const;
  verdict::Finding judge(std::string_view item, const verdict::Evidence& evidence) const;

 private:
  std::shared_ptr<aws::Exchange> place(const Line& line);

  std::unique_ptr<scenarios::Board> board_;
  std::unique_ptr<verdict::Journal> journal_;
  std::vector<std::shared_ptr<aws::Exchange>> open_;
  std::uint64_t seq_ = 0;
  world::Duration now_{0};
};

/// Reads the list under `expect`; throws input::BadInput.
verdict::Expectations expectations(std::string_view yaml);

/// What is wrong with it, a problem a line; empty if nothing is.
std::string problems(std::string_view yaml);

/// A file of the tree.
std::string read_file(const std::string& path);

}  // namespace stunt::test
