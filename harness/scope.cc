// SPDX-License-Identifier: MIT
#include "harness/scope.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <stdexcept>
#include <utility>

#include <spdlog/spdlog.h>

#include "emulator/model/secrets_manager.h"
#include "harness/auth.h"
#include "harness/chain.h"
#include "harness/clocks.h"
#include "harness/recording.h"
#include "harness/redaction.h"
#include "harness/replaying.h"
#include "harness/rotation/rotations.h"
#include "harness/scope_settings.h"
#include "harness/script/variables.h"
#include "harness/tracing.h"
#include "harness/upstream/rules.h"
#include "harness/version.h"
#include "harness/virtual_waits.h"
#include "harness/waiting_file.h"
#include "recorder/capture/resume.h"
#include "world/calendar.h"

namespace stunt::harness {
namespace {

void tell_dropped(const recorder::Status& status, const std::filesystem::path& path) {
  if (status.dropped == 0) return;
  spdlog::warn(
      "{} exchanges are missing in {}: the disk could not keep up (--record-overflow drop)",
      status.dropped, path.string());
}

}  // namespace

/// In the order in which they come to be.
struct Scope::Parts {
  Parts(const Settings& settings_, scenarios::Script script_, std::function<void(bool)> hold_input)
      : script(std::move(script_)),
        name(script.scope ? script.scope->name : "default"),
        settings(settings_for(settings_, script)),
        recording(decide(settings)),
        keeps_calls(settings.judged || !script.steps.empty()),
        warnings(redaction_warnings(settings.record)),
        seed(settings.seed.value_or(script.seed.value_or(0))),
        clocks(settings.deterministic, script.clock.value_or(scenarios::ClockSettings())),
        clock(clocks.clock()),
        started_ticks(clock.ticks()),
        started(clock.now()),
        random(random_for(seed, script)),
        own_secret(make_own_secret()),
        board(script.states),
        rotations(settings.rotation, clock, clocks.movable(), random, own_secret),
        engine(make_engine(settings_for(settings, recording), clock, random,
                           {&rotations, make_authenticate(settings.auth, own_secret, clock)})),
        director(script.rules, emulator::secrets_manager(), random, clock, board, started),
        waits(clock),
        application(emulator::secrets_manager(), director.inject()(engine.answer), clock),
        journal(emulator::secrets_manager(), board),
        own_calls(engine.beneath ? engine.beneath : engine.answer, clock, random,
                  {settings.region, settings.account}, own_secret, application.ordinals()) {
    check_replay(engine, settings, script);
    if (settings.upstream.is_given()) refuse_rules_of_emulator(script.rules);
    if (script.clock && script.clock->delays_are_virtual) {
      application.retime(
          [this](auto& exchange, auto& outcome) { waits.retime(exchange, outcome); });
      clocks.movable()->when_moved([this](world::Instant now) { waits.moved(now); });
    }
    if (engine.secrets_manager && looks_back(script)) engine.secrets_manager->keep_history(true);
    refuse_idle_redaction(settings);
    for (const auto& line : warnings) spdlog::warn("{}", line);
    if (recording.write != Recording::Write::nothing) open_recorder(std::move(hold_input));
    if (!settings.otlp.empty()) {
      tracing =
          std::make_unique<Tracing>(settings.otlp, recorder::SpanWriter(header()), name, machine,
                                    [](const std::string& error) { spdlog::warn("{}", error); });
    }
    listen();
  }

  /// What has arrived and what has ended goes to all that want to know.
  void listen() {
    using verdict::Caller;
    const auto ended = [this](std::unique_ptr<aws::Exchange> exchange) {
      director.ended(*exchange);
      if (tracing) tracing->add(*exchange);
      if (!keeps_calls && !recorder) return;
      const std::shared_ptr<const aws::Exchange> shared(std::move(exchange));
      if (keeps_calls) journal.finished(shared);
      if (recorder && is_recorded(*shared)) recorder->record(shared);
    };
    application.record_to(ended);
    if (!keeps_calls) return;
    application.tell([this](const aws::Exchange& exchange) {
      // What rotates has no connection.
      journal.arrived(exchange,
                      exchange.arrival.connection == 0 ? Caller::rotator : Caller::client);
    });
  }

  /// From now on, what the script asks for is told in the journal.
  void listen_to_script() {
    using verdict::Caller;
    if (!keeps_calls) return;
    own_calls.tell([this](const aws::Exchange& exchange) {
      journal.arrived(exchange, set_up ? Caller::steps : Caller::setup);
    });
    own_calls.record_to(
        [this](std::unique_ptr<aws::Exchange> exchange) { journal.finished(std::move(exchange)); });
  }

  /// Somebody answers who has a state of his own.
  bool has_engine() const { return !engine.replay || engine.beneath; }

  /// Neither counted nor numbered as a call: `before` is what was there without one.
  void look_around() {
    if (!settings.judged || !has_engine()) return;
    OwnCalls calls(engine.beneath ? engine.beneath : engine.answer, clock, random,
                   {settings.region, settings.account}, own_secret,
                   std::make_shared<aws::Ordinals>());
    aws::Json input = {{"IncludePlannedDeletion", true}};
    for (bool more = true; more;) {
      const auto page = calls.ask("ListSecrets", input).value_or(aws::Json::object());
      for (const auto& secret : page.value("SecretList", aws::Json::array())) {
        const auto versions = secret.value("SecretVersionsToStages", aws::Json::object());
        for (const auto& [version, stages] : versions.items()) {
          before.emplace(secret.value("Name", ""), version);
        }
      }
      more = page.contains("NextToken");
      if (more) input["NextToken"] = page["NextToken"];
    }
  }

  /// Behind a transcript comes only what it does not have: what the engine has answered.
  bool is_recorded(const aws::Exchange& exchange) const {
    if (recording.write != Recording::Write::behind) return true;
    const auto& outcome = exchange.outcome;
    return !outcome.replayed && std::none_of(outcome.faults.begin(), outcome.faults.end(),
                                             [](const auto& fault) { return fault.answered; });
  }

  /// What a recording of this world begins with.
  recorder::Header header() const {
    return {"stunt/" + std::string(kVersion),
            started,
            seed,
            engine.name,
            "secretsmanager",
            settings.region,
            clocks.movable() != nullptr,
            started,
            settings.deterministic};
  }

  void open_recorder(std::function<void(bool)> hold_input) {
    const bool behind = recording.write == Recording::Write::behind;
    if (recording.waits) waiting = std::make_unique<WaitingFile>(recording.to, behind);
    recorder::RecorderOptions options;
    options.path = waiting ? waiting->part() : recording.to;
    options.overwrite = true;
    if (behind) {
      options.resume = recorder::read_resume(options.path);
      options.known = engine.known;
    }
    options.overflow = settings.record.overflow;
    options.rotate_bytes = settings.record.rotate_bytes;
    options.header = header();
    options.scope = name;
    options.redaction = make_redaction(settings.record);
    recorder = std::make_unique<recorder::Recorder>(
        options, emulator::secrets_manager(), started_ticks, std::move(hold_input),
        [](const std::string& error) { spdlog::error("{}", error); });
  }

  const scenarios::Script script;
  const std::string name;
  const Settings settings;
  const Recording recording;
  const bool keeps_calls;  ///< for a verdict, or for steps that wait for them
  const std::vector<std::string> warnings;
  const std::uint64_t seed;
  Clocks clocks;
  const world::Clock& clock;
  const world::Moment started_ticks;
  const world::Instant started;
  const world::Random random;
  const aws::SecretAccessKey own_secret;
  scenarios::Board board;
  Rotations rotations;
  const Engine engine;
  scenarios::Director director;
  VirtualWaits waits;
  Application application;
  verdict::Journal journal;
  OwnCalls own_calls;
  Variables variables;
  std::atomic<bool> set_up{false};
  bool stopped = false;
  std::set<std::pair<std::string, std::string>> before{};
  std::unique_ptr<WaitingFile> waiting;
  std::unique_ptr<recorder::Recorder> recorder;
  const world::SystemClock machine{};
  std::unique_ptr<Tracing> tracing;
};

Scope::Scope(const Settings& settings, scenarios::Script script,
             std::function<void(bool)> hold_input)
    : parts_(std::make_unique<Parts>(settings, std::move(script), std::move(hold_input))) {}

Scope::~Scope() { stop(); }

const std::string& Scope::name() const { return parts_->name; }

const std::vector<std::string>& Scope::access_key_ids() const {
  static const std::vector<std::string> kNone;
  return parts_->script.scope ? parts_->script.scope->access_key_ids : kNone;
}

const scenarios::Script& Scope::script() const { return parts_->script; }
Application& Scope::application() { return parts_->application; }
const world::Clock& Scope::clock() const { return parts_->clock; }
const std::string& Scope::region() const { return parts_->settings.region; }
std::uint64_t Scope::seed() const { return parts_->seed; }
world::Instant Scope::started() const { return parts_->started; }
world::Moment Scope::started_ticks() const { return parts_->started_ticks; }
verdict::Journal& Scope::journal() { return parts_->journal; }
scenarios::Director& Scope::director() { return parts_->director; }
scenarios::Board& Scope::board() { return parts_->board; }

const std::set<std::pair<std::string, std::string>>& Scope::before() const {
  return parts_->before;
}

std::filesystem::path Scope::transcript() const {
  return parts_->waiting ? parts_->waiting->part() : parts_->recording.to;
}

void Scope::reopen_transcript() {
  const auto& parts = *parts_;
  if (!parts.recorder) return;
  const auto path = transcript().string();
  const auto problem = parts.recorder->reopen();
  if (problem.empty()) {
    spdlog::info("recording goes on in a new {}", path);
  } else {
    spdlog::warn("{} is not reopened: {}", path, problem);
  }
}

std::string Scope::settle_transcript(bool passed) {
  auto& parts = *parts_;
  if (!parts.waiting) return {};
  const auto place = parts.waiting->place().string();
  const bool complete = parts.recorder->close();
  if (passed && complete) parts.waiting->keep();
  parts.waiting.reset();
  if (!complete) return place + " stays as it was: the recording failed";
  return passed ? std::string() : place + " stays as it was: the run did not pass";
}

OwnCalls& Scope::own_calls() { return parts_->own_calls; }

bool Scope::has_engine() const { return parts_->has_engine(); }

const recorder::Replay* Scope::replay() const { return parts_->engine.replay.get(); }

void Scope::start() {
  auto& parts = *parts_;
  parts.rotations.start(parts.engine.secrets_manager, parts.application);
  parts.look_around();
  parts.listen_to_script();
  for (const auto& call : parts.script.setup) make(call);
  parts.set_up = true;
}

void Scope::make(const scenarios::ScriptCall& call) {
  parts_->variables.make(call, parts_->own_calls);
}

bool Scope::stop() {
  auto& parts = *parts_;
  parts.rotations.stop();
  const bool kept = !parts.engine.close || parts.engine.close();
  const bool recorded = !parts.recorder || parts.recorder->close();
  if (!parts.stopped && parts.recorder) tell_dropped(parts.recorder->status(), transcript());
  parts.stopped = true;
  if (parts.tracing) parts.tracing->close(parts.settings.grace);
  return kept && recorded;
}

bool Scope::has_virtual_clock() const { return parts_->clocks.movable() != nullptr; }

void Scope::advance(world::Duration by, Moved moved) {
  parts_->rotations.advance(by, std::move(moved));
}

void Scope::advance(world::Duration by) {
  if (!has_virtual_clock()) throw std::logic_error("the machine's clock cannot be moved");
  std::promise<void> done;
  advance(by, [&](const auto&) { done.set_value(); });
  done.get_future().wait();
}

aws::Json Scope::health() const {
  const auto& parts = *parts_;
  aws::Json health = {{"status", "ok"}, {"engine", parts.engine.name}, {"seed", parts.seed}};
  if (parts.recorder) {
    const auto status = parts.recorder->status();
    auto& recording = health["recording"];
    recording = {{"path", transcript().string()},
                 {"written", status.written},
                 {"queued", status.queued},
                 {"dropped", status.dropped},
                 {"lost", status.lost}};
    if (!status.error.empty()) {
      health["status"] = "recording failed";
      recording["error"] = status.error;
    }
  }
  if (parts.engine.replay) {
    health["replay"] = health_of(*parts.engine.replay);
    health["replay"]["path"] = parts.recording.replay->from.string();
  }
  if (parts.tracing) {
    const auto status = parts.tracing->status();
    auto& tracing = health["tracing"];
    tracing = {{"sent", status.sent}, {"queued", status.queued}, {"dropped", status.dropped}};
    if (!status.error.empty()) tracing["error"] = status.error;
  }
  if (parts.engine.state) {
    health["state"] = parts.engine.state();
    if (health["state"].contains("error")) health["status"] = "state failed";
  }
  return health;
}

std::vector<std::string> Scope::description() const {
  const auto& parts = *parts_;
  std::vector<std::string> lines;
  if (parts.script.scope) {
    std::string keys;
    for (const auto& key : access_key_ids()) keys += (keys.empty() ? " and for " : ", ") + key;
    lines.push_back("scope " + parts.name + " at /s/" + parts.name + keys + ": seed " +
                    std::to_string(parts.seed));
  } else {
    lines.push_back(
        "region " + parts.settings.region + ", account " + parts.settings.account + ", seed " +
        std::to_string(parts.seed) +
        (has_virtual_clock() ? ", clock stands at " + world::rfc3339(parts.clock.now()) : ""));
    lines.insert(lines.end(), parts.engine.description.begin(), parts.engine.description.end());
    if (parts.engine.secrets_manager) lines.push_back(description_of(parts.settings.rotation));
  }
  for (const auto& file : parts.script.files) lines.push_back("scenario " + file.string());
  if (!parts.recording.note.empty()) lines.push_back(parts.recording.note);
  for (const auto& warning : parts.warnings) lines.push_back("warning: " + warning);
  return lines;
}

}  // namespace stunt::harness
