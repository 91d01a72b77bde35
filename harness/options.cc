// SPDX-License-Identifier: MIT
#include "harness/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "aws/credential.h"
#include "harness/rotation/function_url.h"
#include "input/duration.h"

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
    Option{"record", Form::value, "FILE", "Write a transcript, redacted",
           [](Settings& s, const Texts& t) { s.record.to = t[0]; }},
    Option{"overwrite", Form::mark, "", "Let --record replace a file that is there",
           [](Settings& s, const Texts& t) {
             if (t[0] == "true") s.record.mode = recorder::RecordMode::all;
           }},
    Option{"rotation", Form::value, "MODE",
           "Who rotates secrets: builtin, lambda or none (builtin, unless there is an endpoint)",
           [](Settings& s, const Texts& t) { s.rotation.mode = rotation_mode(t[0]); }},
    Option{
        "lambda-endpoint", Form::value, "URL",
        "Where rotation functions are called, as Lambda's are; http://localhost:9001 for example",
        [](Settings& s, const Texts& t) { s.rotation.lambda_endpoint = web_url(t[0]); }},
    Option{"ready-file", Form::value, "FILE",
           "Write the address here, as http://HOST:PORT, once requests are served",
           [](Settings& s, const Texts& t) { s.ready_file = t[0]; }},
    Option{"log-level", Form::value, "LEVEL", "debug, info, warning, error or off (info)",
           [](Settings& s, const Texts& t) { s.log_level = log_level(t[0]); }},
};

}  // namespace

std::span<const Option> options() { return kOptions; }

}  // namespace stunt::harness
