// SPDX-License-Identifier: MIT
#include "harness/drift/replay_command.h"

#include <charconv>
#include <cmath>
#include <iostream>
#include <stdexcept>

#include <CLI/CLI.hpp>

#include "emulator/model/secrets_manager.h"
#include "input/duration.h"

namespace stunt::harness {
namespace {

constexpr std::uint64_t kMostAtOnce = 16;  // so many errands has http::Client under way
constexpr double kFastest = 1e6;

constexpr const char* kExamples = R"(Examples:
  stunt replay aws.jsonl --target http://127.0.0.1:4566 --diff
      the requests once more; what the server answers otherwise than AWS did is told
  AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… \
  stunt replay run.jsonl --target https://secretsmanager.eu-west-1.amazonaws.com --diff
      does AWS say what the emulator said? In an account that has nothing to lose
  stunt replay run.jsonl --target URL --diff --severity status,error,schema --ignore /Tags
      values may differ; of tags nothing is compared
  stunt replay run.jsonl --target URL --speed 1 --concurrency recorded
      the load of a recorded session, in its own time, on as many connections
Requests are signed anew, with the key of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
AWS_SESSION_TOKEN, or else with a made-up one. Exit code 0 if nothing differs, 1 if something that
counts does or an answer failed to come, 2 for wrong usage or a broken file.)";

template <typename Number>
std::optional<Number> read_number(const std::string& text) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

std::optional<double> read_speed(const std::string& text) {
  if (text == "max") return std::nullopt;
  const auto speed = read_number<double>(text);
  if (!speed || !std::isfinite(*speed) || *speed <= 0 || *speed > kFastest) {
    throw std::invalid_argument("--speed: '" + text +
                                "' is no speed; expected max, or a number such as 1 (as recorded) "
                                "or 10 (ten times as fast)");
  }
  return speed;
}

Lanes read_concurrency(const std::string& text) {
  if (text == "recorded") return Lanes::as_recorded();
  const auto most = read_number<std::uint64_t>(text);
  if (!most || *most == 0 || *most > kMostAtOnce) {
    throw std::invalid_argument("--concurrency: '" + text +
                                "' is none; expected recorded, or a number from 1 to " +
                                std::to_string(kMostAtOnce));
  }
  return Lanes::by_secret(*most);
}

world::Duration read_timeout(const std::string& text) {
  const auto timeout = input::parse_duration(text);
  if (!timeout) {
    throw std::invalid_argument("--timeout: " + timeout.error().message + "; " +
                                timeout.error().hint);
  }
  if (*timeout <= world::Duration(0)) throw std::invalid_argument("--timeout: it must be over 0");
  return *timeout;
}

std::string counted(std::uint64_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

ReplayCommand::ReplayCommand(CLI::App& app)
    : command_(app.add_subcommand("replay", "Send the requests of a transcript once more")) {
  command_->add_option("file", transcript_, "Transcript")->required()->type_name("FILE");
  command_->add_option("--target", target_, "Base URL of the service")
      ->required()
      ->type_name("URL");
  command_->add_flag("--diff", diff_, "Compare the answers with the recorded ones");
  command_->add_option("--speed", speed_, "max, or how many times as fast as recorded (max)")
      ->type_name("N");
  command_
      ->add_option(
          "--concurrency", concurrency_,
          "Requests at once, one for each secret; or recorded: one for each connection (1)")
      ->type_name("N");
  command_
      ->add_option("--secrets", secrets_,
                   "JSON file with values for pseudonyms: {\"1\": \"the value of {{secret:1}}\"}")
      ->type_name("FILE");
  command_->add_option("--seed", seed_, "Decides the values that are made up for others (0)")
      ->type_name("N");
  command_->add_option("--timeout", timeout_, "For each answer (60s)")->type_name("DURATION");
  drift_ = std::make_unique<DriftOptions>(*command_);
  command_->footer(kExamples);
}

bool ReplayCommand::is_given() const { return command_->parsed(); }

int ReplayCommand::run() const {
  const auto replay_options = options();
  const auto counting = drift_->counting();
  const Target target(target_, key_in_environment());
  auto recording = survey(transcript_);
  if (recording.access_keys.size() > 1) {
    recording.notes.push_back(counted(recording.access_keys.size(), "access key") +
                              " signed the recorded requests; one signs them now");
  }
  if (replay_options.speed && !recording.is_timed) {
    recording.notes.push_back("the transcript has no times: --speed does nothing");
  }
  std::cerr << "stunt: sends " << counted(recording.exchanges, "request") << " to " << target.url()
            << ", signed as " << target.access_key_id() << std::endl;

  const auto printer = drift_->printer();
  const world::SystemClock clock;
  ClientReplay replay(recording, replay_options, emulator::secrets_manager(), target, *printer,
                      clock);
  return replay.run().is_failure(counting) ? 1 : 0;
}

ClientReplayOptions ReplayCommand::options() const {
  const auto flag = drift_->comparing_flag();
  if (!diff_ && !flag.empty()) {
    throw std::invalid_argument(flag + " is about differences; say --diff too");
  }
  ClientReplayOptions options;
  options.compare = diff_;
  options.speed = read_speed(speed_);
  options.lanes = read_concurrency(concurrency_);
  options.rules = drift_->rules();
  if (!secrets_.empty()) options.secrets = recorder::read_known_secrets(secrets_);
  options.seed = seed_;
  options.timeout = read_timeout(timeout_);
  return options;
}

}  // namespace stunt::harness
