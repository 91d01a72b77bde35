// SPDX-License-Identifier: MIT
#include "harness/options.h"

#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

Settings with(std::string_view name, std::vector<std::string> texts) {
  Settings settings;
  for (const auto& option : options()) {
    if (option.name != name) continue;
    option.set(settings, texts);
    return settings;
  }
  throw std::logic_error("no such option: " + std::string(name));
}

/// What is said of a wrong value; empty if it is taken.
std::string complaint(std::string_view name, std::string text) {
  try {
    with(name, {std::move(text)});
    return "";
  } catch (const std::invalid_argument& wrong) {
    return wrong.what();
  }
}

TEST(Options, HaveNamesOfTheirOwnAndHelp) {
  std::set<std::string_view> names;
  for (const auto& option : options()) {
    EXPECT_TRUE(names.insert(option.name).second) << option.name;
    EXPECT_FALSE(option.help.empty()) << option.name;
    EXPECT_EQ(option.metavar.empty(), option.form == Option::Form::mark) << option.name;
  }
}

TEST(Options, SetWhatTheySay) {
  EXPECT_EQ(with("host", {"::1", "127.0.0.1"}).hosts,
            (std::vector<std::string>{"::1", "127.0.0.1"}));
  EXPECT_EQ(with("port", {"0"}).port, 0);
  EXPECT_EQ(with("region", {"us-gov-west-1"}).region, "us-gov-west-1");
  EXPECT_EQ(with("account", {"111122223333"}).account, "111122223333");
  EXPECT_TRUE(with("auth", {"verify"}).auth.verify);
  EXPECT_FALSE(with("auth", {"off"}).auth.verify);
  EXPECT_EQ(with("auth-keys", {"k.yaml"}).auth.keys_file, "k.yaml");
  EXPECT_EQ(with("replication-lag", {"3s"}).replication_lag, 3s);
  EXPECT_EQ(with("threads", {"4"}).threads, 4u);
  EXPECT_EQ(with("journal", {"0"}).journal, 0u);
  EXPECT_EQ(with("grace", {"1m"}).grace, 1min);
  EXPECT_EQ(with("force-delete-lag", {"10s"}).force_delete_lag, 10s);
  EXPECT_EQ(with("deleted-date", {"planned"}).deleted_date, emulator::DeletedDate::planned);
  EXPECT_EQ(with("deleted-date", {"occurred"}).deleted_date, emulator::DeletedDate::occurred);
  EXPECT_EQ(with("seed", {"18446744073709551615"}).seed, ~0ULL);
  EXPECT_TRUE(with("deterministic", {"true"}).deterministic);
  EXPECT_EQ(with("record-mode", {"all"}).record.mode, recorder::RecordMode::all);
  EXPECT_EQ(with("record-mode", {"new_episodes"}).record.mode, recorder::RecordMode::new_episodes);
  EXPECT_FALSE(with("no-record-on-error", {"true"}).record.on_error);
  EXPECT_TRUE(with("no-record-on-error", {"false"}).record.on_error);
  EXPECT_EQ(with("record-overflow", {"drop"}).record.overflow, recorder::Overflow::drop);
  EXPECT_EQ(with("record-rotate", {"100MB"}).record.rotate_bytes, 100'000'000u);
  EXPECT_EQ(with("scenario", {"a.yaml", "b.yaml"}).scenarios.size(), 2u);
  EXPECT_EQ(with("record", {"r.jsonl"}).record.to, "r.jsonl");
  EXPECT_EQ(with("replay", {"r.jsonl"}).replay->from, "r.jsonl");
  EXPECT_EQ(with("state", {"s"}).state, "s");
  EXPECT_EQ(with("state-sync", {"full"}).state_sync, state::Sync::full);
  EXPECT_EQ(with("fixtures", {"a.yaml", "b.jsonl"}).fixtures.size(), 2u);
  EXPECT_EQ(with("ready-file", {"f"}).ready_file, "f");
  EXPECT_EQ(with("ready-fd", {"1"}).ready_fd, 1);
  EXPECT_EQ(with("ready-fd", {"63"}).ready_fd, 63);
  EXPECT_TRUE(with("exit-with-parent", {"true"}).exit_with_parent);
  EXPECT_FALSE(with("exit-with-parent", {"false"}).exit_with_parent);
  EXPECT_EQ(with("log-level", {"off"}).log_level, "off");
  EXPECT_EQ(with("rotation", {"none"}).rotation.mode, RotationSettings::Mode::none);
  EXPECT_EQ(with("lambda-endpoint", {"http://h:1"}).rotation.lambda_endpoint, "http://h:1");
}

recorder::ReplayOptions replay_with(std::string_view name, std::vector<std::string> texts) {
  recorder::ReplayOptions options;
  for (const auto& change : with(name, std::move(texts)).replay_changes) change(options);
  return options;
}

TEST(Options, ChangeAReplay) {
  EXPECT_EQ(replay_with("replay-order", {"strict"}).order, recorder::Order::strict);
  EXPECT_EQ(replay_with("replay-on-miss", {"engine"}).on_miss, recorder::OnMiss::engine);
  EXPECT_EQ(replay_with("replay-exhausted", {"cycle"}).exhausted, recorder::Exhausted::cycle);
  EXPECT_EQ(replay_with("replay-exhausted", {"engine"}).exhausted, recorder::Exhausted::engine);
  EXPECT_EQ(replay_with("replay-remap", {"none"}).remap, recorder::Remap::none);
  EXPECT_EQ(replay_with("replay-timing", {"recorded"}).time_scale, 1);
  EXPECT_EQ(replay_with("replay-timing", {"none"}).time_scale, 0);
  EXPECT_EQ(replay_with("replay-timing", {"0.25"}).time_scale, 0.25);
  EXPECT_EQ(replay_with("replay-ignore", {"/a", "/b/0"}).ignore,
            (std::vector<std::string>{"/a", "/b/0"}));
}

TEST(Options, SayWhatAReplayWouldTake) {
  EXPECT_EQ(complaint("replay-order", "perkey"), "'perkey' is not one of strict, perKey, any");
  EXPECT_EQ(complaint("replay-on-miss", "emulate"), "'emulate' is not one of fail, engine");
  EXPECT_EQ(complaint("replay-ignore", "a"), "'a' is not a JSON Pointer, such as /Description");
  for (const auto* wrong : {"-1", "1001", "nan", "fast", "1x", ""}) {
    EXPECT_NE(complaint("replay-timing", wrong), "") << wrong;
  }
}

TEST(Options, SayWhatWouldBeRight) {
  EXPECT_EQ(complaint("port", "65536"), "'65536' is not a whole number from 0 to 65535");
  EXPECT_EQ(complaint("port", "80a"), "'80a' is not a whole number from 0 to 65535");
  EXPECT_EQ(complaint("port", ""), "'' is not a whole number from 0 to 65535");
  EXPECT_EQ(complaint("state-sync", "off"), "'off' is not one of normal, full");
  EXPECT_EQ(complaint("threads", "0"), "at least one thread is needed");
  EXPECT_NE(complaint("threads", "65"), "");
  EXPECT_EQ(complaint("account", "12345678901x"), "'12345678901x' is not an account id: 12 digits");
  EXPECT_EQ(complaint("auth", "on"), "'on' is not one of off, verify");
  EXPECT_NE(complaint("region", "US-EAST-1"), "");
  EXPECT_NE(complaint("grace", "5"), "");
  EXPECT_NE(complaint("force-delete-lag", "10"), "");
  EXPECT_EQ(complaint("deleted-date", "never"), "'never' is not one of planned, occurred");
  EXPECT_NE(complaint("log-level", "verbose"), "");
  EXPECT_EQ(complaint("rotation", "lamda"), "'lamda' is not one of builtin, lambda, none");
  EXPECT_NE(complaint("lambda-endpoint", "localhost:9001"), "");
  EXPECT_EQ(complaint("ready-fd", "2"),
            "'2' is neither 1, standard output, nor one of its own: 3 or more");
  for (const auto* wrong : {"0", "-1", "3x", "", "2147483648"}) {
    EXPECT_NE(complaint("ready-fd", wrong), "") << wrong;
  }
  EXPECT_NE(complaint("seed", "18446744073709551616"), "");
  EXPECT_EQ(complaint("record-mode", "new-episodes"),
            "'new-episodes' is none of them; did you mean 'new_episodes'?");
  EXPECT_EQ(complaint("record-overflow", "wait"),
            "'wait' is none of them; expected one of: hold, drop");
  EXPECT_EQ(complaint("record-rotate", "100M"),
            "unknown unit 'M' in '100M'; write 100MB or 100MiB");
  EXPECT_EQ(complaint("record-rotate", "1kB"), "'1kB' is too little; 4KiB are the least");
}

TEST(Options, SayWhoMayAskTheAdminApi) {
  EXPECT_FALSE(with("admin", {"off"}).admin.enabled);
  EXPECT_EQ(with("admin-port", {"0"}).admin.port, 0);
  EXPECT_EQ(with("admin-token", {"abc"}).admin.token, "abc");
  EXPECT_EQ(with("admin-token-file", {"t"}).admin.token_file, "t");
  EXPECT_EQ(with("admin-allow-host", {"Stunt.Internal", "fd00::1"}).admin.hosts,
            (std::vector<std::string>{"stunt.internal", "fd00::1"}));
  EXPECT_EQ(with("admin-cors", {"http://LOCALHOST:3000"}).admin.origins,
            std::vector<std::string>{"http://localhost:3000"});
  EXPECT_NE(complaint("admin", "no"), "");
  EXPECT_EQ(complaint("admin-token", "se cret").find("se cret"), std::string::npos);
  EXPECT_NE(complaint("admin-token", ""), "");
  for (const auto* host : {"", "http://a", "a:80", "a/b", "*", "[::1]"}) {
    EXPECT_NE(complaint("admin-allow-host", host), "") << host;
  }
  for (const auto* origin :
       {"", "*", "null", "localhost:3000", "http://", "http://a/", "ftp://a"}) {
    EXPECT_NE(complaint("admin-cors", origin), "") << origin;
  }
}

}  // namespace
}  // namespace stunt::harness
