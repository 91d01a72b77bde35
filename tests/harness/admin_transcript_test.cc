// SPDX-License-Identifier: MIT
//
// What went by, as the admin API shows it.
#include <future>
#include <thread>

#include <gmock/gmock.h>

#include "admin_play.h"
#include "harness/transcriber.h"

namespace stunt::harness {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSecret = "canary-7Gq-value";

class AdminTranscript : public test::AdminPlay {
 protected:
  void create(const std::string& name = "a") {
    ask("CreateSecret", R"({"Name": ")" + name + R"(", "SecretString": ")" + kSecret + R"("})");
  }
  void read(const std::string& name = "a") {
    ask("GetSecretValue", R"({"SecretId": ")" + name + R"("})");
  }
  std::vector<std::string> lines(const std::string& query = {}) {
    const auto text = admin("GET", "/_stunt/v1/transcript" + query).body;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find('\n', at);
      lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  }
  std::vector<int> seqs(const aws::Json& found) {
    std::vector<int> seqs;
    for (const auto& exchange : found.at("exchanges")) seqs.push_back(exchange.at("seq"));
    return seqs;
  }
};

TEST_F(AdminTranscript, HasTheLinesOfARecordingWithoutSecrets) {
  serve("");
  create();
  read();
  const auto all = lines();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_THAT(all[0], HasSubstr(R"("kind":"header","format":"stunt.transcript")"));
  EXPECT_THAT(all[1], AllOf(HasSubstr(R"("op":"CreateSecret")"), HasSubstr("{{secret:1}}")));
  EXPECT_THAT(all[2], AllOf(HasSubstr(R"("seq":2)"), HasSubstr("{{secret:1}}")));
  for (const auto& line : all) EXPECT_THAT(line, Not(HasSubstr("canary")));
}

TEST_F(AdminTranscript, StaysRedactedWhateverARecordingShows) {
  settings_.record.to = testing::TempDir() + "/revealed." + std::to_string(::getpid()) + ".jsonl";
  settings_.record.mode = recorder::RecordMode::all;
  settings_.record.reveal = true;
  serve("");
  create();
  EXPECT_THAT(admin("GET", "/_stunt/v1/transcript").body, Not(HasSubstr("canary")));
}

TEST_F(AdminTranscript, FindsSecretsOfCallsThatAreForgotten) {
  serve("");
  create();
  EXPECT_EQ(admin("DELETE", "/_stunt/v1/transcript").json["forgotten"], 1);
  EXPECT_EQ(lines().size(), 1u);
  ask("UpdateSecret", std::string(R"({"SecretId": "a", "Description": "was )") + kSecret + "\"}");
  const auto all = lines();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_THAT(all[1], AllOf(HasSubstr("was {{secret:1}}"), Not(HasSubstr("canary"))));
}

TEST_F(AdminTranscript, FindsSecretsOfTheSetupToo) {
  serve(std::string("setup: [{ operation: CreateSecret, input: { Name: a, SecretString: ") +
        kSecret + " } }]\n");
  ask("UpdateSecret", std::string(R"({"SecretId": "a", "Description": "was )") + kSecret + "\"}");
  const auto all = lines();
  ASSERT_EQ(all.size(), 2u) << "the setup's own calls are no traffic";
  EXPECT_THAT(all[1], Not(HasSubstr("canary")));
}

TEST_F(AdminTranscript, TakesFilters) {
  serve("");
  create("a"), create("b"), read("b"), read("c");
  EXPECT_EQ(lines("?op=Create*").size(), 3u);
  EXPECT_EQ(lines("?secret=b").size(), 3u);
  EXPECT_EQ(lines("?outcome=clientError").size(), 2u);
  EXPECT_EQ(lines("?since=3").size(), 2u);
  const auto some = admin("GET", "/_stunt/v1/transcript?limit=2");
  EXPECT_THAT(some.head, HasSubstr("X-Stunt-Next-Since: 2"));
  EXPECT_THAT(admin("GET", "/_stunt/v1/transcript?since=2&limit=2").head,
              Not(HasSubstr("X-Stunt-Next-Since")));
  EXPECT_THAT(admin("GET", "/_stunt/v1/transcript?outcome=throtled").json["detail"],
              HasSubstr("throttled"));
  for (const char* bad : {"since=x", "since=-1", "limit=0", "limit=10001", "limit="}) {
    EXPECT_EQ(admin("GET", std::string("/_stunt/v1/transcript?") + bad).status, 400) << bad;
  }
}

TEST_F(AdminTranscript, IsHarForWhoeverWantsThat) {
  serve("");
  create();
  const auto har = admin("GET", "/_stunt/v1/transcript", "",
                         "Host: localhost\r\nAccept: application/har+json\r\n");
  EXPECT_THAT(har.head, HasSubstr("Content-Type: application/har+json"));
  EXPECT_EQ(har.json["log"]["entries"].size(), 1u);
  EXPECT_THAT(har.body, Not(HasSubstr("canary")));
  EXPECT_EQ(
      admin("GET", "/_stunt/v1/transcript", "", "Host: localhost\r\nAccept: text/html\r\n").status,
      406);
}

TEST_F(AdminTranscript, HasEachCallByItsNumber) {
  serve("");
  create();
  EXPECT_EQ(admin("GET", "/_stunt/v1/transcript/1").json["op"], "CreateSecret");
  for (const char* unknown : {"2", "01", "x"}) {
    EXPECT_EQ(admin("GET", std::string("/_stunt/v1/transcript/") + unknown).status, 404);
  }
}

TEST_F(AdminTranscript, IsSearchedByConditions) {
  serve("");
  create("a"), read("a"), read("b");
  const auto found =
      admin("POST", "/_stunt/v1/transcript/find", R"({"operation": "GetSecretValue"})");
  EXPECT_THAT(seqs(found.json), ElementsAre(2, 3));
  EXPECT_THAT(found.body, Not(HasSubstr("canary")));
  EXPECT_THAT(seqs(admin("POST", "/_stunt/v1/transcript/find", "outcome: clientError").json),
              ElementsAre(3));
  const auto first = admin("POST", "/_stunt/v1/transcript/find?limit=1", "{}");
  EXPECT_THAT(seqs(first.json), ElementsAre(1));
  EXPECT_EQ(first.json["more"], true);
  EXPECT_EQ(admin("POST", "/_stunt/v1/transcript/count", R"({"secretId": "a"})").json["count"], 2);
  const auto wrong =
      admin("POST", "/_stunt/v1/transcript/count", R"({"operation": "GetSecretValu"})");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.json["errors"][0]["pointer"], "/operation");
  EXPECT_THAT(wrong.json["errors"][0]["detail"], HasSubstr("did you mean 'GetSecretValue'?"));
}

TEST_F(AdminTranscript, TellsWhatNoRuleStruck) {
  serve(
      "rules: [{ id: r, when: { operation: GetSecretValue }, then: { error: "
      "ServiceUnavailable } }]\n");
  create(), read();
  EXPECT_THAT(seqs(admin("GET", "/_stunt/v1/transcript/unmatched").json), ElementsAre(1));
}

TEST_F(AdminTranscript, TellsWhatNearlyMatched) {
  serve("");
  read("b");
  const auto near = admin("POST", "/_stunt/v1/near-misses",
                          R"({"operation": "GetSecretValue", "secretId": "a"})");
  EXPECT_EQ(near.json["nearMisses"][0]["text"], "#1 GetSecretValue of b: the secret is another");
}

TEST_F(AdminTranscript, IsJudgedWithoutSecrets) {
  serve("");
  create();
  read(kSecret);
  ask(kSecret, "{}");
  const auto* expect = R"({"expect": [{"calls": {}, "count": 9}, {"calls": {"operation":
      "GetSecretValue"}, "count": 9}, {"never": {}}]})";
  for (const char* format : {"json", "junit", "tap", "markdown", "text"}) {
    const auto verdict =
        admin("POST", std::string("/_stunt/v1/verify?format=") + format, expect).body;
    EXPECT_THAT(verdict, AllOf(HasSubstr("GetSecretValue"), HasSubstr("secret:1"))) << format;
    EXPECT_THAT(verdict, Not(HasSubstr("canary"))) << format;
  }
}

TEST_F(AdminTranscript, BelongsToAScope) {
  serve("scope: { name: blue }\n");
  create();
  EXPECT_EQ(lines().size(), 2u);
  EXPECT_EQ(lines("?scope=blue").size(), 1u);
}

class AdminAwait : public AdminTranscript {
 protected:
  std::future<Answer> later(const std::string& body) {
    return std::async(std::launch::async,
                      [this, body] { return admin("POST", "/_stunt/v1/await", body); });
  }
};

TEST_F(AdminAwait, AnswersAtOnceIfTheyHaveCome) {
  serve("");
  read(), read();
  EXPECT_EQ(
      admin("POST", "/_stunt/v1/await", R"({"calls": {"operation": "GetSecretValue"}, "count": 2})")
          .json["count"],
      2);
}

TEST_F(AdminAwait, NeverMissesACallThatComesMeanwhile) {
  serve("");
  for (int i = 1; i <= 30; ++i) {
    auto answer = later(R"({"calls": {"operation": "GetSecretValue"}, "within": "60s", "count": )" +
                        std::to_string(i) + "}");
    read();
    EXPECT_EQ(answer.get().status, 200) << i;
  }
}

TEST_F(AdminAwait, SaysWhatCameInstead) {
  serve("");
  read("b");
  const auto late = admin(
      "POST", "/_stunt/v1/await",
      R"({"calls": {"operation": "GetSecretValue", "secretId": "a"}, "count": 2, "within": "5ms"})");
  EXPECT_EQ(late.status, 408);
  EXPECT_THAT(late.head, HasSubstr("Content-Type: application/problem+json"));
  EXPECT_EQ(late.json["detail"], "0 of 2 calls came within 5ms");
  EXPECT_EQ(late.json["count"], 0);
  EXPECT_THAT(late.json["nearMisses"][0]["text"], HasSubstr("the secret is another"));
}

TEST_F(AdminAwait, TakesNoMoreThanItCanKeep) {
  serve("");
  for (const char* bad : {"{}", R"({"calls": {}, "within": "6m"})", R"({"calls": {}, "count": 0})",
                          R"({"call": {}})"}) {
    EXPECT_EQ(admin("POST", "/_stunt/v1/await", bad).status, 400) << bad;
  }
}

TEST_F(AdminAwait, OfAServerThatStopsIsCutOff) {
  serve("");
  const auto& endpoint = stage_->endpoints().front();
  test::RawClient client(
      static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
  client.send(
      "POST /_stunt/v1/await HTTP/1.1\r\nHost: localhost\r\nContent-Length: 29\r\n\r\n"
      R"({"calls": {}, "within": "5m"})");
  EXPECT_EQ(admin("GET", "/_stunt/v1/health").status, 200);
  stage_->stop(std::chrono::milliseconds(0));
  EXPECT_EQ(client.read_all(), "");
}

}  // namespace
}  // namespace stunt::harness
