// SPDX-License-Identifier: MIT
#include "harness/recording.h"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include <spdlog/spdlog.h>

#include "recorder/capture/resume.h"

namespace stunt::harness {
namespace {

using recorder::Exhausted;
using recorder::OnMiss;
using recorder::RecordMode;
using Write = Recording::Write;

/// run.jsonl → run.NAME.jsonl
std::filesystem::path beside(const std::filesystem::path& path, const std::string& scope) {
  auto own = path.parent_path() / path.stem();
  own += "." + scope;
  own += path.extension();
  return own;
}

bool same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::error_code unknown;
  return std::filesystem::weakly_canonical(a, unknown) ==
         std::filesystem::weakly_canonical(b, unknown);
}

std::string name(RecordMode mode) {
  return std::string(recorder::kRecordModeNames[static_cast<std::size_t>(mode)]);
}

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument(what); }

/// A replay of another file than the one that is recorded to.
void check_other_replay(const recorder::RecordSettings& record, const std::filesystem::path& from,
                        RecordMode mode) {
  if (mode == RecordMode::none || mode == RecordMode::new_episodes) {
    refuse("--record-mode " + name(mode) + " answers from " + record.to.string() +
           ", and --replay from " + from.string() + "; leave one of them out");
  }
  if (mode == RecordMode::once && recorder::has_exchanges(record.to)) {
    refuse(record.to.string() + " is there, and answers come from " + from.string() +
           ": record to another file, or say --record-mode all to write it anew");
  }
}

/// One file in --replay and in --record: only a mode says what is meant by that.
void check_same_replay(const recorder::RecordSettings& record) {
  if (record.mode && *record.mode != RecordMode::all) return;
  refuse("--replay and --record name the same file, " + record.to.string() +
         "; say --record-mode new_episodes to answer from it and record what is new behind it, or "
         "record to another file");
}

void check_rotation(const recorder::RecordSettings& record, RecordMode mode, bool replays) {
  if (record.rotate_bytes == 0) return;
  const auto file = record.to.string();
  if (!record.on_error) {
    refuse(
        "--no-record-on-error keeps one file until the verdict, and --record-rotate begins a "
        "new one meanwhile; leave one of them out");
  }
  if (mode == RecordMode::new_episodes) {
    refuse(
        "--record-mode new_episodes answers from one file and adds to it, so it cannot be set "
        "aside; leave --record-rotate out");
  }
  if (replays) {
    refuse(file + " is answered from (record mode " + name(mode) +
           "), so nothing is recorded that --record-rotate could set aside; say --record-mode all, "
           "or record to another file");
  }
}

recorder::ReplayOptions replay_of(const Settings& settings, RecordMode mode) {
  auto options = settings.replay.value_or(recorder::ReplayOptions());
  for (const auto& change : settings.replay_changes) change(options);
  options.from = settings.record.to;
  if (mode == RecordMode::new_episodes) {
    options.on_miss = OnMiss::engine;
    if (options.exhausted == Exhausted::fail) options.exhausted = Exhausted::engine;
  }
  return options;
}

std::string note_of(const std::filesystem::path& file, RecordMode mode, bool replays) {
  const auto path = file.string();
  if (!replays) return "recording to " + path;
  if (mode == RecordMode::new_episodes) {
    return path +
           " is there: answers come from it, and what it does not have is recorded behind it "
           "(record mode new_episodes)";
  }
  return path + " is there: answers come from it, and nothing is recorded (record mode " +
         name(mode) + ")";
}

}  // namespace

void check_recording(const Settings& settings, std::span<const scenarios::Script> scripts) {
  const auto& record = settings.record;
  if (!record.on_error && !settings.judged) {
    refuse("--no-record-on-error waits for a verdict, and stunt serve has none; use stunt run");
  }
  const bool somewhere =
      !record.to.empty() || std::any_of(scripts.begin(), scripts.end(), [](const auto& script) {
        return script.record && !script.record->to.empty();
      });
  if (somewhere) return;
  const char* flag = record.mode               ? "--record-mode"
                     : !record.on_error        ? "--no-record-on-error"
                     : record.rotate_bytes > 0 ? "--record-rotate"
                                               : nullptr;
  if (flag) refuse(std::string(flag) + " says how to record, and nothing where: add --record FILE");
}

recorder::RecordSettings record_settings(const Settings& settings,
                                         const scenarios::Script& script) {
  auto record = settings.record;
  if (!record.to.empty() && script.scope) record.to = beside(record.to, script.scope->name);
  if (!script.record) return record;
  const auto& block = *script.record;
  if (record.to.empty()) record.to = block.to;
  if (!record.mode) record.mode = block.mode;
  // Without a verdict there is nothing to wait for.
  if (settings.judged && !block.on_error) record.on_error = false;
  const auto append = [](auto& to, const auto& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  append(record.redact.headers, block.redact.headers);
  append(record.redact.members, block.redact.members);
  append(record.redact.patterns, block.redact.patterns);
  return record;
}

Recording decide(const Settings& settings) {
  const auto& record = settings.record;
  Recording recording;
  recording.replay = settings.replay;
  if (record.to.empty()) return recording;

  const auto mode = record.mode.value_or(RecordMode::once);
  const auto from = settings.replay ? settings.replay->from : std::filesystem::path();
  const bool other = !from.empty() && !same_file(from, record.to);
  if (other) check_other_replay(record, from, mode);
  if (!from.empty() && !other) check_same_replay(record);

  const bool replays = !other && mode != RecordMode::all && recorder::has_exchanges(record.to);
  if (mode == RecordMode::none && !replays) {
    refuse("there is no recording in " + record.to.string() +
           " to answer from (record mode none); make one with --record-mode once");
  }
  check_rotation(record, mode, replays);

  recording.note = note_of(record.to, mode, replays);
  if (replays) {
    recording.replay = replay_of(settings, mode);
    recording.replays_record = true;
  } else if (!other) {
    recording.replay.reset();
  }
  if (replays && mode != RecordMode::new_episodes) return recording;
  recording.write = replays ? Write::behind : Write::anew;
  recording.waits = !record.on_error;
  recording.to = record.to;
  return recording;
}

void tell_dropped(const recorder::Status& status, const std::filesystem::path& path) {
  if (status.dropped == 0) return;
  spdlog::warn(
      "{} exchanges are missing in {}: the disk could not keep up (--record-overflow drop)",
      status.dropped, path.string());
}

}  // namespace stunt::harness
