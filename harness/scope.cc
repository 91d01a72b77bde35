// SPDX-License-Identifier: MIT
#include "harness/scope.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <stdexcept>
#include <utility>

#include <spdlog/spdlog.h>

#include "emulator/model/secrets_manager.h"
#include "emulator/stock.h"
#include "harness/auth.h"
#include "harness/call_waits.h"
#include "harness/chain.h"
#include "harness/clocks.h"
#include "harness/emulation.h"
#include "harness/events.h"
#include "harness/metrics.h"
#include "harness/recording.h"
#include "harness/recordings.h"
#include "harness/redaction.h"
#include "harness/replaying.h"
#include "harness/rotation/rotations.h"
#include "harness/scope_settings.h"
#include "harness/script/listeners.h"
#include "harness/script/secrets_there.h"
#include "harness/script/step_runner.h"
#include "harness/script/variables.h"
#include "harness/tracing.h"
#include "harness/transcriber.h"
#include "harness/upstream/rules.h"
#include "harness/version.h"
#include "harness/virtual_waits.h"
#include "world/calendar.h"

namespace stunt::harness {

/// In the order in which they come to be.
struct Scope::Parts {
  Parts(const Settings& settings_, scenarios::Script script_, std::function<void(bool)> hold_input)
      : script(std::move(script_)),
        name(script.scope ? script.scope->name : "default"),
        settings(settings_for(settings_, script)),
        recording(decide(settings)),
        keeps_calls(settings.judged || settings.journal > 0 || !script.steps.empty()),
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
        application(emulator::secrets_manager(), director.inject()(seat.around(engine.answer)),
                    clock),
        journal(emulator::secrets_manager(), board, journal_limits(settings)),
        transcriber(header(), started_ticks, name, settings.record),
        events(journal, transcriber, errands),
        call_waits(journal, errands),
        own_calls(engine.beneath ? engine.beneath : engine.answer, clock, random,
                  {settings.region, settings.account}, own_secret, application.ordinals()) {
    check_replay(engine, settings, script);
    if (settings.upstream.is_given()) refuse_rules_of_emulator(script.rules);
    if (script.clock && script.clock->delays_are_virtual) {
      application.retime(
          [this](auto& exchange, auto& outcome) { waits.retime(exchange, outcome); });
      clocks.movable()->when_moved([this](world::Instant now) { waits.moved(now); });
    }
    if (engine.secrets_manager && looks_back(script.rules))
      engine.secrets_manager->keep_history(true);
    refuse_idle_redaction(settings);
    for (const auto& line : warnings) spdlog::warn("{}", line);
    recordings.emplace(recording,
                       Recordings::Settings{settings.record, header(), name, started_ticks,
                                            engine.known, std::move(hold_input)});
    if (!settings.otlp.empty()) {
      tracing =
          std::make_unique<Tracing>(settings.otlp, recorder::SpanWriter(header()), name, machine,
                                    [](const std::string& error) { spdlog::warn("{}", error); });
    }
    listen();
    board.tell([this] { board_listeners.tell(); });
  }

  /// Tells the log of a call that has ended; what names a secret may be the value of one.
  void log(const aws::Exchange& exchange) {
    if (!spdlog::should_log(spdlog::level::debug)) return;
    if (transcriber.is_full()) transcriber.look_at(journal);
    transcriber.learn(exchange);
    const auto& call = exchange.call;
    spdlog::debug("call {}: {} {} => {}", call.seq,
                  call.model ? call.model->name : "unknown operation",
                  transcriber.identifier(call.secret), exchange.reply().status);
  }

  /// What has arrived and what has ended goes to all that want to know.
  void listen() {
    using verdict::Caller;
    const auto ended = [this](std::unique_ptr<aws::Exchange> exchange) {
      log(*exchange);
      director.ended(*exchange);
      metrics.ended(*exchange);
      if (tracing) tracing->add(*exchange);
      const std::shared_ptr<const aws::Exchange> shared(std::move(exchange));
      // Who hears of the call in the journal may end the recording, and finds it there.
      recordings->take(shared);
      if (keeps_calls) journal.finished(shared);
    };
    application.record_to(ended);
    journal.tell_forgotten([this](const aws::Exchange& gone) { transcriber.learn(gone); });
    application.tell([this](const aws::Exchange& exchange) {
      metrics.arrived(exchange);
      if (!keeps_calls) return;
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
    own_calls.record_to([this](std::unique_ptr<aws::Exchange> exchange) {
      log(*exchange);
      journal.finished(std::move(exchange));
    });
  }

  /// Somebody answers who has a state of his own.
  bool has_engine() const { return !engine.replay || engine.beneath; }

  /// Neither counted nor numbered as a call: `before` is what was there without one.
  void look_around() {
    if (!settings.judged || !has_engine()) return;
    OwnCalls calls(engine.beneath ? engine.beneath : engine.answer, clock, random,
                   {settings.region, settings.account}, own_secret,
                   std::make_shared<aws::Ordinals>());
    before = secrets_there(calls);
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

  const scenarios::Script script;
  const std::string name;
  const Settings settings;
  const Recording recording;
  const bool keeps_calls;  ///< for a verdict, for steps that wait for them, or for the admin API
  const std::vector<std::string> warnings;
  const std::uint64_t seed;
  Clocks clocks;
  const world::Clock& clock;
  const world::Moment started_ticks;
  const world::Instant started;
  const world::Random random;
  const aws::SecretAccessKey own_secret;
  Listeners board_listeners;
  scenarios::Board board;
  Rotations rotations;
  const Engine engine;
  EngineSeat seat;
  scenarios::Director director;
  VirtualWaits waits;
  Application application;
  verdict::Journal journal;
  Transcriber transcriber;
  admin::Errands errands;
  Events events;
  CallWaits call_waits;
  Metrics metrics;
  OwnCalls own_calls;
  Variables variables;
  std::atomic<bool> set_up{false};
  std::set<std::pair<std::string, std::string>> before{};
  std::optional<Recordings> recordings;
  const world::SystemClock machine{};
  std::unique_ptr<Tracing> tracing;
  std::unique_ptr<StepRunner> steps;
};

Scope::Scope(const Settings& settings, scenarios::Script script,
             std::function<void(bool)> hold_input)
    : parts_(std::make_unique<Parts>(settings, std::move(script), std::move(hold_input))) {
  parts_->steps = std::make_unique<StepRunner>(*this, parts_->script.steps);
}

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

std::filesystem::path Scope::transcript() const { return parts_->recordings->path(); }

void Scope::reopen_transcript() { parts_->recordings->reopen(); }

std::string Scope::settle_transcript(bool passed) { return parts_->recordings->settle(passed); }

std::shared_ptr<void> Scope::hear_board(std::function<void()> changed) {
  return parts_->board_listeners.add(std::move(changed));
}

void Scope::meet(const std::vector<scenarios::Rule>& rules) {
  auto& parts = *parts_;
  if (parts.settings.upstream.is_given()) refuse_rules_of_emulator(rules);
  if (looks_back(rules)) remember_history();
}

emulator::Vault* Scope::vault() {
  const auto& emulator = parts_->engine.secrets_manager;
  return emulator ? &emulator->vault() : nullptr;
}

void Scope::reset() {
  auto& parts = *parts_;
  const auto fixtures = stock_of_fixtures(parts.settings, parts.clock.now(), parts.random);
  parts.director.reset(parts.script.rules);
  for (const auto& [machine, state] : parts.board.states()) {
    const auto first = parts.script.states.find(machine);
    parts.board.set(machine, first == parts.script.states.end() ? "" : first->second);
  }
  parts.application.ordinals()->forget();
  parts.own_calls.forget();
  parts.journal.clear();
  if (auto* vault = this->vault()) {
    emulator::put_stock(*vault, fixtures, parts.clock.now());
    if (!vault->commit()) throw std::runtime_error("the state cannot be kept");
  }
  parts.look_around();
  parts.set_up = false;
  for (const auto& call : parts.script.setup) make(call);
  parts.set_up = true;
}

OwnCalls& Scope::own_calls() { return parts_->own_calls; }
Transcriber& Scope::transcriber() { return parts_->transcriber; }
Events& Scope::events() { return parts_->events; }
CallWaits& Scope::call_waits() { return parts_->call_waits; }
Recordings& Scope::recordings() { return *parts_->recordings; }

Counts Scope::counts() const {
  auto counts = parts_->metrics.counts();
  counts.transcript_lines = parts_->recordings->lines();
  if (replay()) counts.replay_misses = replay()->status().misses;
  return counts;
}

EngineSeat& Scope::engine_seat() { return parts_->seat; }

void Scope::remember_history() {
  if (const auto& service = parts_->engine.secrets_manager) service->keep_history(true);
}

bool Scope::has_engine() const { return parts_->has_engine(); }

const recorder::Replay* Scope::replay() const { return parts_->engine.replay.get(); }

StepRunner& Scope::steps() { return *parts_->steps; }

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
  parts.recordings->end();
  parts.errands.stop();
  if (parts.tracing) parts.tracing->close(parts.settings.grace);
  return kept && !parts.recordings->has_failed();
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
  if (parts.recordings->is_going_on()) {
    const auto status = *parts.recordings->status();
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
    health["tracing"] = health_of(*parts.tracing);
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
