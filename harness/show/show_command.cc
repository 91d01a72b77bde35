// SPDX-License-Identifier: MIT
#include "harness/show/show_command.h"

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <system_error>

#include <CLI/CLI.hpp>
#include <signal.h>

#include "harness/show/terminal.h"
#include "recorder/show/show.h"

namespace stunt::harness {
namespace {

constexpr const char* kExamples = R"(Examples:
  stunt show run.jsonl
  stunt show run.jsonl 17
      all of exchange 17: headers, bodies, times, faults, what the engine said
  stunt show run.jsonl --op 'Get*,List*' --secret 'prod/*' --status 4xx
  stunt show run.jsonl --fault=lost* --full
      what the rules lost… touched, in full; --fault alone: what any rule touched
  stunt show run.jsonl --attempts
      the calls that were tried again, with the gaps between the tries
  stunt show run.jsonl --waterfall
      when each call came and what it spent its time with
  stunt show --follow run.jsonl
      while stunt serve --record run.jsonl goes on; Ctrl-C ends it
  stunt show run.jsonl --outcome throttled --json | jq .key.secretId
The gap of a retry is counted from the end of the answer before it, that of any other call from the
arrival before it.)";

void add_list(CLI::App& command, const char* flag, std::vector<std::string>& list, const char* type,
              const char* help) {
  command.add_option(flag, list, help)->type_name(type)->delimiter(',')->allow_extra_args(false);
}

}  // namespace

ShowCommand::ShowCommand(CLI::App& app)
    : command_(app.add_subcommand("show", "Print a transcript, or some of it")) {
  auto& command = *command_;
  command.add_option("file", transcript_, "Transcript")->required()->type_name("FILE");
  command.add_option("seq,--seq", seq_, "Number of the exchange to print in full")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_list(command, "--op", filter_.operations, "GLOBS", "Only these operations");
  add_list(command, "--secret", filter_.secrets, "GLOBS", "Only these secrets, by name or ARN");
  add_list(command, "--status", filter_.statuses, "CODES",
           "Only answers with this status: 200, 4xx, 400-499");
  add_list(command, "--outcome", filter_.outcomes, "NAMES",
           "Only what ended so: ok, clientError, serverError, throttled, reset, closed, timeout, "
           "clientGone");
  command.add_flag("--fault{*}", filter_.faults,
                   "Only what a rule has touched; --fault=GLOB: a rule of that id");
  command.add_flag("--attempts", attempts_, "Only calls that were tried again, try by try");
  command.add_flag("--waterfall", waterfall_, "A bar for each exchange on one axis of time");
  command.add_flag("--full", full_, "Each exchange in full");
  command.add_flag("--json", json_, "The lines as they stand in the file");
  command.add_flag("-f,--follow", follow_, "Go on as the file grows, until Ctrl-C");
  command.add_option("--width", width_, "Columns to fill (those of the terminal, or 100)")
      ->type_name("N")
      ->check(CLI::Range(40, 1000));
  command.add_option("--color", color_, "auto, always or never (auto)")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  command.footer(kExamples);
}

bool ShowCommand::is_given() const { return command_->parsed(); }

int ShowCommand::run() const {
  refuse_together();
  // A reader that has seen enough is no failure: `stunt show big.jsonl | head`.
  ::signal(SIGPIPE, SIG_IGN);
  std::cout.exceptions(std::ios::badbit);
  try {
    const int code = print();
    std::cout.flush();
    return code;
  } catch (const std::ios_base::failure&) {
    const int error = errno;
    std::cout.exceptions(std::ios::goodbit);
    if (error == EPIPE) return 0;
    throw std::runtime_error("cannot write to stdout: " +
                             std::generic_category().message(error ? error : EIO));
  }
}

int ShowCommand::print() const {
  const auto terminal = look_at_stdout(color_, width_);
  recorder::ShowOptions options;
  options.wanted = wanted(filter_);
  options.color = terminal.color;
  options.width = terminal.width;
  options.unicode = terminal.unicode;
  if (attempts_) options.look = recorder::Look::attempts;
  if (waterfall_) options.look = recorder::Look::waterfall;
  if (full_) options.look = recorder::Look::detail;

  if (follow_) {
    const Patience patience;
    if (!std::filesystem::exists(transcript_)) {
      std::cerr << "note: " << transcript_ << " is not there yet\n";
    }
    recorder::follow(transcript_, std::cout, options, json_, [&] { return patience.wait(); });
  } else if (seq_ > 0) {
    if (!recorder::show_one(transcript_, seq_, std::cout, options)) {
      throw std::runtime_error(transcript_ + " has no exchange " + std::to_string(seq_));
    }
  } else if (json_) {
    recorder::print_lines(transcript_, std::cout, options);
  } else {
    recorder::show(transcript_, std::cout, options);
  }
  return 0;
}

void ShowCommand::refuse_together() const {
  const int views = attempts_ + waterfall_ + full_ + json_;
  if (views > 1) {
    throw std::invalid_argument("--attempts, --waterfall, --full and --json exclude each other");
  }
  if (follow_ && (attempts_ || waterfall_)) {
    throw std::invalid_argument(
        "--follow does not know yet what comes: it goes with the table, "
        "--full and --json");
  }
  const bool filters = wanted(filter_) != nullptr;
  if (seq_ > 0 && (filters || attempts_ || waterfall_ || json_ || follow_)) {
    throw std::invalid_argument("one exchange is shown by its number alone, without other flags");
  }
}

}  // namespace stunt::harness
