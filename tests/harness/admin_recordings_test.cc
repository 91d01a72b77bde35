// SPDX-License-Identifier: MIT
//
// Recordings that begin and end while a server serves, and its counts.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "admin_play.h"
#include "harness/admin/prometheus_text.h"

namespace stunt::harness {
namespace {

using testing::HasSubstr;
using testing::Not;

class AdminRecordings : public test::AdminPlay {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("recordings." + std::to_string(::getpid()) + "." + info->name());
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string text(const std::string& name) const {
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path folder_;
};

TEST_F(AdminRecordings, BeginAndEndWhileItServes) {
  settings_.recordings = folder_;
  serve("");
  EXPECT_EQ(admin("GET", "/_stunt/v1/recordings/status").json["recording"], false);
  ask("ListSecrets", "{}");
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/start", R"({"path": "a.jsonl"})").status, 201);
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/start").status, 409);
  ask("CreateSecret", R"({"Name": "a", "SecretString": "canary-value"})");
  const auto ended = admin("POST", "/_stunt/v1/recordings/stop");
  EXPECT_EQ(ended.json["written"], 1);
  EXPECT_EQ(ended.json["recording"], false);
  ask("ListSecrets", "{}");
  EXPECT_THAT(text("a.jsonl"), HasSubstr("CreateSecret"));
  EXPECT_THAT(text("a.jsonl"), HasSubstr(R"({"kind":"footer","exchanges":1,)"));
  EXPECT_THAT(text("a.jsonl"), Not(HasSubstr("ListSecrets")));
  EXPECT_THAT(text("a.jsonl"), Not(HasSubstr("canary")));
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/stop").status, 409);
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/start").status, 201);
  ask("ListSecrets", "{}");
  stage_->stop(std::chrono::seconds(10));
  EXPECT_THAT(text("default.jsonl"), HasSubstr("footer"));
}

TEST_F(AdminRecordings, AreWrittenNowhereButBelowTheirDirectory) {
  settings_.recordings = folder_;
  std::filesystem::create_symlink("/tmp", folder_ / "link");
  std::filesystem::create_symlink("/tmp/stunt-elsewhere", folder_ / "file");
  serve("");
  for (const char* bad : {"/tmp/x", "../x", "a/../../x", "", "link/x", "none/x", ".."}) {
    EXPECT_EQ(
        admin("POST", "/_stunt/v1/recordings/start", std::string(R"({"path": ")") + bad + "\"}")
            .status,
        400)
        << bad;
  }
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/start", R"({"path": "file"})").status, 409);
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/snapshot", R"({"path": "../x"})").status, 400);
}

TEST_F(AdminRecordings, AreRefusedWhereNobodySaidWhere) {
  serve("");
  const auto refused = admin("POST", "/_stunt/v1/recordings/start", R"({"path": "a.jsonl"})");
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.json["detail"], HasSubstr("start with --recordings DIR"));
}

TEST_F(AdminRecordings, AreMadeOfWhatIsKept) {
  settings_.recordings = folder_;
  serve("");
  ask("ListSecrets", "{}");
  const auto whole = admin("POST", "/_stunt/v1/recordings/snapshot");
  EXPECT_THAT(whole.head, HasSubstr("Content-Type: application/jsonl"));
  EXPECT_THAT(whole.body, HasSubstr(R"({"kind":"footer","exchanges":1,)"));
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/snapshot", R"({"path": "s.jsonl"})").status, 201);
  EXPECT_THAT(text("s.jsonl"), HasSubstr("footer"));
  EXPECT_EQ(admin("POST", "/_stunt/v1/recordings/snapshot", R"({"path": "s.jsonl"})").status, 409);
}

TEST_F(AdminRecordings, AreCountedWithAllElse) {
  settings_.recordings = folder_;
  script("scope: { name: blue }\n");
  serve(
      "rules: [{ id: r, when: { operation: GetRandomPassword }, then: { error: "
      "ServiceUnavailable } }]\n");
  admin("POST", "/_stunt/v1/recordings/start");
  ask("ListSecrets", "{}"), ask("ListSecrets", "{}"), ask("GetRandomPassword", "{}");
  ask("NoSuchThing", "{}");
  ask("GetSecretValue", R"({"SecretId": "canary-name"})", "/s/blue");
  admin("POST", "/_stunt/v1/recordings/stop");
  const auto text = admin("GET", "/_stunt/v1/metrics");
  EXPECT_THAT(text.head, HasSubstr("Content-Type: text/plain; version=0.0.4"));
  for (const char* line :
       {"stunt_requests_total{op=\"ListSecrets\",outcome=\"ok\"} 2\n",
        "stunt_requests_total{op=\"other\",outcome=\"clientError\"} 1\n",
        "stunt_requests_total{op=\"GetSecretValue\",outcome=\"clientError\",scope=\"blue\"} 1\n",
        "stunt_faults_total{rule=\"r\",action=\"error\",phase=\"before\"} 1\n",
        "# TYPE stunt_request_duration_seconds histogram\n",
        "stunt_request_duration_seconds_count 4\n",
        "stunt_request_duration_seconds_bucket{le=\"+Inf\"} 4\n", "stunt_delayed_inflight 0\n",
        "stunt_transcript_lines_total 4\n", "stunt_replay_misses_total 0\n"}) {
    EXPECT_THAT(text.body, HasSubstr(line));
  }
  EXPECT_THAT(text.body, Not(HasSubstr("canary")));
}

TEST(PrometheusText, CountsRulesWithoutEnd) {
  Metrics metrics;
  aws::Exchange exchange;
  exchange.outcome.reply = http::Reply{};
  for (std::size_t i = 0; i < Metrics::kRulesMost + 5; ++i) {
    aws::FiredFault fault;
    fault.rule = "rule" + std::to_string(i);
    fault.action = "delay:5us";
    exchange.outcome.faults = {fault};
    metrics.ended(exchange);
  }
  const auto counts = metrics.counts();
  EXPECT_EQ(counts.faults.size(), Metrics::kRulesMost + 1);
  EXPECT_THAT(
      admin::prometheus_text({{"", counts}}),
      HasSubstr("stunt_faults_total{rule=\"other\",action=\"delay\",phase=\"before\"} 5\n"));
}

}  // namespace
}  // namespace stunt::harness
