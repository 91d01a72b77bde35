// SPDX-License-Identifier: MIT
#include "harness/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <limits>
#include <span>
#include <stdexcept>

#include "aws/credential.h"
#include "harness/replay_changes.h"
#include "harness/rotation/function_url.h"
#include "harness/upstream/address.h"
#include "input/did_you_mean.h"
#include "input/duration.h"
#include "input/size.h"

namespace stunt::harness {
namespace {

using Texts = std::vector<std::string>;
using Form = Option::Form;

template <typename Number>
Number number(const std::string& text, Number most) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > most) {
    throw std::invalid_argument("'" + text + "' is not a whole number from 0 to " +
                                std::to_string(most));
  }
  return value;
}

std::string account(const std::string& text) {
  if (!aws::is_account_id(text)) {
    throw std::invalid_argument("'" + text + "' is not an account id: 12 digits");
  }
  return text;
}

std::string region(const std::string& text) {
  if (!aws::is_region_name(text)) {
    throw std::invalid_argument("'" + text + "' is not a Region, such as us-east-1");
  }
  return text;
}

std::string log_level(const std::string& text) {
  static constexpr std::array kLevels = {"debug", "info", "warning", "error", "off"};
  if (std::find(kLevels.begin(), kLevels.end(), text) == kLevels.end()) {
    throw std::invalid_argument("'" + text + "' is not one of debug, info, warning, error, off");
  }
  return text;
}

std::string web_url(const std::string& text) {
  if (!is_web_url(text)) {
    throw std::invalid_argument("'" + text + "' is not a URL, such as http://localhost:9001");
  }
  return text;
}

bool is_on(const std::string& text) {
  if (text != "on" && text != "off") {
    throw std::invalid_argument("'" + text + "' is not one of on, off");
  }
  return text == "on";
}

/// Each of them, made right by `one`.
Texts each(const Texts& texts, std::string (*one)(const std::string&)) {
  Texts made;
  for (const auto& text : texts) made.push_back(one(text));
  return made;
}

bool verifies(const std::string& text) {
  if (text != "off" && text != "verify") {
    throw std::invalid_argument("'" + text + "' is not one of off, verify");
  }
  return text == "verify";
}

state::Sync sync(const std::string& text) {
  if (text == "normal") return state::Sync::normal;
  if (text == "full") return state::Sync::full;
  throw std::invalid_argument("'" + text + "' is not one of normal, full");
}

unsigned threads(const std::string& text) {
  const auto count = number<unsigned>(text, 64);
  if (count == 0) throw std::invalid_argument("at least one thread is needed");
  return count;
}

world::Duration duration(const std::string& text) {
  const auto duration = input::parse_duration(text);
  if (!duration)
    throw std::invalid_argument("'" + text + "' is not a duration, such as 5s or 250ms");
  return *duration;
}

emulator::DeletedDate deleted_date(const std::string& text) {
  if (text == "planned") return emulator::DeletedDate::planned;
  if (text == "occurred") return emulator::DeletedDate::occurred;
  throw std::invalid_argument("'" + text + "' is not one of planned, occurred");
}

std::string upstream(const std::string& text) {
  read_address(text);
  return text;
}

/// libcurl tells of a file that it cannot use only when it needs it.
std::filesystem::path certificates(const std::string& text) {
  std::ifstream file(text, std::ios::binary);
  const std::string content(std::istreambuf_iterator<char>(file), {});
  if (content.find("-----BEGIN CERTIFICATE-----") == std::string::npos) {
    throw std::invalid_argument("there is no certificate in '" + text +
                                "'; it must be a PEM file, with -----BEGIN CERTIFICATE-----");
  }
  return std::filesystem::absolute(text);
}

bool from_environment(const std::string& text) {
  if (text == "env") return true;
  throw std::invalid_argument(
      "expected 'env': keys are taken from the environment, never from the command line");
}

world::Duration upstream_timeout(const std::string& text) {
  constexpr std::chrono::hours kMost{1};
  const auto timeout = duration(text);
  if (timeout > world::Duration(0) && timeout <= kMost) return timeout;
  throw std::invalid_argument("'" + text + "' is not more than 0s and at most 1h");
}

std::size_t one_of(const std::string& text, std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    throw std::invalid_argument("'" + text + "' is none of them; " + input::suggest(text, names));
  }
  return static_cast<std::size_t>(found - names.begin());
}

recorder::RecordMode record_mode(const std::string& text) {
  return static_cast<recorder::RecordMode>(one_of(text, recorder::kRecordModeNames));
}

recorder::Overflow overflow(const std::string& text) {
  static constexpr std::array<std::string_view, 2> kNames = {"hold", "drop"};
  return static_cast<recorder::Overflow>(one_of(text, kNames));
}

/// Less would make a file of nearly every exchange.
std::uint64_t rotate_size(const std::string& text) {
  constexpr std::uint64_t kLeast = 4096;
  const auto size = input::parse_size(text);
  if (!size) throw std::invalid_argument(size.error().message + "; " + size.error().hint);
  if (*size < kLeast)
    throw std::invalid_argument("'" + text + "' is too little; 4KiB are the least");
  return *size;
}

int ready_fd(const std::string& text) {
  const auto fd = number<int>(text, std::numeric_limits<int>::max());
  if (fd == 1 || fd > 2) return fd;
  throw std::invalid_argument("'" + text +
                              "' is neither 1, standard output, nor one of its own: 3 or more");
}

constexpr std::array kOptions = {
    Option{"host", Form::list, "ADDRESS",
           "Address to listen on, any number of times; without it loopback: 127.0.0.1 and ::1",
           [](Settings& s, const Texts& t) { s.hosts = t; }},
    Option{"port", Form::value, "PORT", "Port; 0 takes a free one (4566)",
           [](Settings& s, const Texts& t) { s.port = number<std::uint16_t>(t[0], 65535); }},
    Option{"region", Form::value, "REGION",
           "Region of requests that are not signed; others bring their own (us-east-1)",
           [](Settings& s, const Texts& t) { s.region = region(t[0]); }},
    Option{"account", Form::value, "ID", "Account of the secrets (000000000000)",
           [](Settings& s, const Texts& t) { s.account = account(t[0]); }},
    Option{"auth", Form::value, "MODE",
           "off: anybody may call; verify: signatures (SigV4) must be right, as on AWS (off)",
           [](Settings& s, const Texts& t) { s.auth.verify = verifies(t[0]); }},
    Option{"auth-keys", Form::value, "FILE",
           "Keys to verify with: a YAML or JSON list of { access_key_id, secret_access_key }",
           [](Settings& s, const Texts& t) { s.auth.keys_file = t[0]; }},
    Option{"replication-lag", Form::value, "DURATION",
           "So much later than its primary a secret's replica sees each change (0s)",
           [](Settings& s, const Texts& t) { s.replication_lag = duration(t[0]); }},
    Option{"threads", Form::value, "N",
           "Threads that serve; 1 answers in strict order of arrival (1)",
           [](Settings& s, const Texts& t) { s.threads = threads(t[0]); }},
    Option{"grace", Form::value, "DURATION",
           "At a stop, answers that fall due within this are still sent (5s)",
           [](Settings& s, const Texts& t) { s.grace = duration(t[0]); }},
    Option{"force-delete-lag", Form::value, "DURATION",
           "For so long a secret deleted by force still looks like one scheduled for deletion (0s)",
           [](Settings& s, const Texts& t) { s.force_delete_lag = duration(t[0]); }},
    Option{"deleted-date", Form::value, "WHICH",
           "What DeletedDate tells: planned, when the secret will be gone; occurred, when it was "
           "deleted (planned)",
           [](Settings& s, const Texts& t) { s.deleted_date = deleted_date(t[0]); }},
    Option{"seed", Form::value, "N",
           "What chance decides is a function of this; before a scenario's own seed (0)",
           [](Settings& s, const Texts& t) { s.seed = number<std::uint64_t>(t[0], ~0ULL); }},
    Option{"deterministic", Form::mark, "",
           "Stop the clock at 2026-01-01T00:00:00Z, so that the same run gives the same bytes",
           [](Settings& s, const Texts& t) { s.deterministic = t[0] == "true"; }},
    Option{"state", Form::value, "DIR",
           "Keep secrets in this directory over restarts, in plain text; without it in memory only",
           [](Settings& s, const Texts& t) { s.state = t[0]; }},
    Option{"state-sync", Form::value, "MODE",
           "What an answered write outlives: normal, the process's end; full, the power's too "
           "(normal)",
           [](Settings& s, const Texts& t) { s.state_sync = sync(t[0]); }},
    Option{"fixtures", Form::list, "FILE",
           "Secrets that are there at the start, as YAML, JSON or JSON Lines; any number",
           [](Settings& s, const Texts& t) { s.fixtures.assign(t.begin(), t.end()); }},
    Option{"scenario", Form::list, "FILE",
           "Scenario file with rules of what goes wrong; any number",
           [](Settings& s, const Texts& t) { s.scenarios.assign(t.begin(), t.end()); }},
    Option{"replay", Form::value, "FILE", "Answer from this transcript instead of the emulator",
           [](Settings& s, const Texts& t) { s.replay.emplace().from = t[0]; }},
    Option{"replay-order", Form::value, "ORDER",
           "perKey: equal requests get their answers in turn; strict: all requests come as they "
           "were recorded; any: the first answer, as often as it is asked for (perKey)",
           [](Settings& s, const Texts& t) { s.replay_changes.push_back(replay_order(t[0])); }},
    Option{"replay-on-miss", Form::value, "WHO",
           "Who answers what was not recorded: fail, an error that no SDK retries; engine, the "
           "emulator (fail)",
           [](Settings& s, const Texts& t) { s.replay_changes.push_back(replay_on_miss(t[0])); }},
    Option{"replay-exhausted", Form::value, "HOW",
           "When all answers to a request are used: fail, repeatLast, cycle or engine (fail)",
           [](Settings& s, const Texts& t) { s.replay_changes.push_back(replay_exhausted(t[0])); }},
    Option{"replay-timing", Form::value, "TIME",
           "none: at once; recorded: as late as then; or so many times as late, such as 0.1 (none)",
           [](Settings& s, const Texts& t) { s.replay_changes.push_back(replay_timing(t[0])); }},
    Option{"replay-ignore", Form::list, "POINTER",
           "JSON Pointer of a member that does not count, any number "
           "(/ClientRequestToken, /NextToken)",
           [](Settings& s, const Texts& t) { s.replay_changes.push_back(replay_ignore(t)); }},
    Option{"replay-remap", Form::value, "WHAT",
           "What is translated between recording and engine: none, ids, or all: dates too (all)",
           [](Settings& s, const Texts& t) { s.replay_changes.push_back(replay_remap(t[0])); }},
    Option{"record", Form::value, "FILE",
           "Write a transcript, redacted; if one is there, answer from it (see --record-mode)",
           [](Settings& s, const Texts& t) { s.record.to = t[0]; }},
    Option{"record-mode", Form::value, "MODE",
           "What --record does with a file that is there. once: answer from it; new_episodes: and "
           "record behind it what it does not have; none: the same as once, but it must be there; "
           "all: write it anew (once)",
           [](Settings& s, const Texts& t) { s.record.mode = record_mode(t[0]); }},
    Option{"no-record-on-error", Form::mark, "",
           "stunt run: keep the file as it was unless the verdict is pass",
           [](Settings& s, const Texts& t) { s.record.on_error = t[0] != "true"; }},
    Option{"record-overflow", Form::value, "WHAT",
           "If the disk cannot keep up: hold clients back, or drop exchanges and count them (hold)",
           [](Settings& s, const Texts& t) { s.record.overflow = overflow(t[0]); }},
    Option{"record-rotate", Form::value, "SIZE",
           "Set a file that has this size aside as run.1.jsonl, run.2.jsonl, ... and begin a new "
           "one; 100MB for example",
           [](Settings& s, const Texts& t) { s.record.rotate_bytes = rotate_size(t[0]); }},
    Option{"journal", Form::value, "N",
           "Calls that the admin API can look back at, 64 MiB of them at most; 0: none (10000)",
           [](Settings& s, const Texts& t) { s.journal = number<unsigned>(t[0], 200'000); }},
    Option{"recordings", Form::value, "DIR",
           "Where the admin API may begin recordings; without it it can begin none",
           [](Settings& s, const Texts& t) { s.recordings = t[0]; }},
    Option{"upstream", Form::value, "URL",
           "Ask this server instead of the emulator: https://HOST[:PORT] or http://HOST[:PORT]",
           [](Settings& s, const Texts& t) { s.upstream.url = upstream(t[0]); }},
    Option{"upstream-credentials", Form::value, "env",
           "Sign requests to the upstream anew, with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and "
           "AWS_SESSION_TOKEN of stunt's own environment; AWS wants that",
           [](Settings& s, const Texts& t) { s.upstream.sign = from_environment(t[0]); }},
    Option{"upstream-ca", Form::value, "FILE",
           "PEM file of certificates that the upstream's may come from, besides the system's",
           [](Settings& s, const Texts& t) { s.upstream.ca = certificates(t[0]); }},
    Option{"upstream-timeout", Form::value, "DURATION",
           "What the upstream does not answer within this is answered with 504 (60s)",
           [](Settings& s, const Texts& t) { s.upstream.timeout = upstream_timeout(t[0]); }},
    Option{"reveal", Form::mark, "", "Let --record write secrets in the clear",
           [](Settings& s, const Texts& t) { s.record.reveal = t[0] == "true"; }},
    Option{
        "seal-key-file", Form::value, "FILE",
        "Let --record encrypt secrets with this key, and --replay open them: `stunt key new FILE`",
        [](Settings& s, const Texts& t) { s.record.seal_key_file = t[0]; }},
    Option{"otlp", Form::value, "URL",
           "Send a span for each call to this OpenTelemetry collector (OTLP/HTTP, JSON); "
           "http://localhost:4318 for example",
           [](Settings& s, const Texts& t) { s.otlp = web_url(t[0]); }},
    Option{"rotation", Form::value, "MODE",
           "Who rotates secrets: builtin, lambda or none (builtin, unless there is an endpoint)",
           [](Settings& s, const Texts& t) { s.rotation.mode = rotation_mode(t[0]); }},
    Option{
        "lambda-endpoint", Form::value, "URL",
        "Where rotation functions are called, as Lambda's are; http://localhost:9001 for example",
        [](Settings& s, const Texts& t) { s.rotation.lambda_endpoint = web_url(t[0]); }},
    Option{"admin", Form::value, "on|off",
           "off: nobody can change what the server does while it serves (on)",
           [](Settings& s, const Texts& t) { s.admin.enabled = is_on(t[0]); }},
    Option{"admin-port", Form::value, "PORT",
           "Serve the admin API on a port of its own, and not beside the calls; 0 takes a free one",
           [](Settings& s, const Texts& t) { s.admin.port = number<std::uint16_t>(t[0], 65535); }},
    Option{"admin-token", Form::value, "TOKEN",
           "What the admin API wants as Authorization: Bearer TOKEN; others see it in the list of "
           "processes, --admin-token-file keeps it from them",
           [](Settings& s, const Texts& t) { s.admin.token = admin_token(t[0]); }},
    Option{"admin-token-file", Form::value, "FILE", "The same, from the only line of a file",
           [](Settings& s, const Texts& t) { s.admin.token_file = t[0]; }},
    Option{"admin-allow-host", Form::list, "NAME",
           "Host that admin requests may be for besides localhost and the addresses of --host",
           [](Settings& s, const Texts& t) { s.admin.hosts = each(t, admin_host); }},
    Option{"admin-cors", Form::list, "ORIGIN",
           "Web pages that may use the admin API, http://localhost:3000 for example; without it "
           "none may",
           [](Settings& s, const Texts& t) { s.admin.origins = each(t, admin_origin); }},
    Option{"ready-file", Form::value, "FILE",
           "Write the address here, as http://HOST:PORT, once requests are served",
           [](Settings& s, const Texts& t) { s.ready_file = t[0]; }},
    Option{"ready-fd", Form::value, "N",
           "Write a line of JSON with endpoint, key, Region and pid to this open descriptor, once "
           "requests are served, and close it; 1 is standard output, whose first line it then is",
           [](Settings& s, const Texts& t) { s.ready_fd = ready_fd(t[0]); }},
    Option{"exit-with-parent", Form::mark, "",
           "Stop when the process ends that started this one, however it ends",
           [](Settings& s, const Texts& t) { s.exit_with_parent = t[0] == "true"; }},
    Option{"log-level", Form::value, "LEVEL", "debug, info, warning, error or off (info)",
           [](Settings& s, const Texts& t) { s.log_level = log_level(t[0]); }},
};

}  // namespace

std::span<const Option> options() { return kOptions; }

void set_option(std::string_view name, const std::string& text, Settings& settings) {
  const auto found = std::find_if(kOptions.begin(), kOptions.end(),
                                  [&](const auto& option) { return option.name == name; });
  found->set(settings, {text});
}

}  // namespace stunt::harness
