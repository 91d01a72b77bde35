// SPDX-License-Identifier: MIT
#include "harness/drift/client_replay.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "../support/raw_client.h"
#include "emulator/model/secrets_manager.h"
#include "recorder/transcript/reader.h"
#include "stunt/server.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;
using recorder::Finding;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

recorder::ExchangeLine line_of(const std::string& secret, std::uint64_t connection = 1) {
  recorder::ExchangeLine line;
  line.key.secret_id = secret;
  line.connection = connection;
  return line;
}

TEST(Lanes, OneAtATimeIsStrictlyInOrder) {
  auto lanes = Lanes::by_secret(1);
  EXPECT_TRUE(lanes.may_start(line_of("a")));
  lanes.start(line_of("a"));
  EXPECT_FALSE(lanes.may_start(line_of("b")));
  lanes.end(line_of("a"));
  EXPECT_TRUE(lanes.may_start(line_of("b")));
}

TEST(Lanes, SeveralAreOneForEachSecret) {
  auto lanes = Lanes::by_secret(2);
  lanes.start(line_of("a"));
  EXPECT_FALSE(lanes.may_start(line_of("arn:aws:secretsmanager:us-east-1:1:secret:a-a1B2c3")));
  EXPECT_TRUE(lanes.may_start(line_of("b")));
  lanes.start(line_of("b"));
  EXPECT_FALSE(lanes.may_start(line_of("c")));
}

TEST(Lanes, WhatIsAboutNoOneSecretIsAlone) {
  auto lanes = Lanes::by_secret(4);
  lanes.start(line_of("a"));
  EXPECT_FALSE(lanes.may_start(line_of("")));
  lanes.end(line_of("a"));
  lanes.start(line_of(""));
  EXPECT_FALSE(lanes.may_start(line_of("a")));
}

TEST(Lanes, AsRecordedAreOneForEachConnection) {
  auto lanes = Lanes::as_recorded();
  lanes.start(line_of("a", 1));
  EXPECT_FALSE(lanes.may_start(line_of("b", 1)));
  EXPECT_TRUE(lanes.may_start(line_of("a", 2)));
}

aws::Key key() { return {"AKIDEXAMPLE", aws::SecretAccessKey("example-secret")}; }

http::Errand errand(const std::string& url) {
  const http::Request request{"POST", "/s/shop", "", {{"x-amz-target", "T.O"}}, "{}"};
  return Target(url, key()).errand(request, {"eu-west-1", "secretsmanager"}, {}, 1s);
}

TEST(Target, IsAddressedAndSignedFor) {
  const auto sent = errand("https://example.test:8443");
  EXPECT_EQ(sent.url, "https://example.test:8443/s/shop");
  EXPECT_EQ(sent.headers.get("host"), "example.test:8443");
  EXPECT_THAT(std::string(*sent.headers.get("authorization")),
              HasSubstr("Credential=AKIDEXAMPLE/19700101/eu-west-1/secretsmanager/aws4_request"));
  EXPECT_EQ(sent.body, "{}");
}

TEST(Target, KeepsThePathThatItHas) {
  EXPECT_EQ(errand("http://example.test/base/").url, "http://example.test/base");
  EXPECT_EQ(errand("http://example.test/").url, "http://example.test/s/shop");
}

TEST(Target, RefusesWhatItCannotReach) {
  for (const auto* wrong : {"", "example.test", "ftp://a", "http://a?b", "http://me:pw@a"}) {
    EXPECT_THROW(Target(wrong, key()), std::invalid_argument) << wrong;
  }
  EXPECT_THROW(Target("https://secretsmanager.eu-west-1.amazonaws.com", std::nullopt),
               std::invalid_argument);
  EXPECT_NO_THROW(Target("https://secretsmanager.eu-west-1.amazonaws.com", key()));
  EXPECT_NO_THROW(Target("http://127.0.0.1:4566", std::nullopt));
}

/// Keeps what it is told.
class Notebook : public recorder::DriftPrinter {
 public:
  void finding(const Finding& finding) override { findings.push_back(finding); }
  void end(const recorder::DriftEnd& end) override { notes = end.notes; }

  std::vector<std::string> kinds() const {
    std::vector<std::string> kinds;
    for (const auto& finding : findings) kinds.emplace_back(to_string(finding.kind));
    return kinds;
  }
  std::vector<std::uint64_t> seqs() const {
    std::vector<std::uint64_t> seqs;
    for (const auto& finding : findings) seqs.push_back(finding.seq);
    return seqs;
  }

  std::vector<Finding> findings;
  std::vector<std::string> notes;
};

class ClientReplayTest : public testing::Test {
 protected:
  ~ClientReplayTest() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name)) << text;
    return path(name);
  }

  /// Creates and reads secrets, each on a connection of its own.
  void record(const std::vector<std::string>& secrets) const {
    Server server({.record = path("run.jsonl")});
    for (const auto& secret : secrets) {
      test::RawClient client(port_of(server));
      ask(client, "CreateSecret",
          R"({"Name": ")" + secret + R"(", "SecretString": "value-)" + secret +
              R"(", "ClientRequestToken": ")" + std::string(32, 'a') + R"("})");
      ask(client, "GetSecretValue", R"({"SecretId": ")" + secret + R"("})");
    }
    server.stop();
  }

  recorder::Totals replay(const Server& server, const ClientReplayOptions& options) {
    return replay(server.endpoint(), options);
  }

  recorder::Totals replay(const std::string& endpoint, const ClientReplayOptions& options) {
    const auto recording = survey(path("run.jsonl"));
    const Target target(endpoint, std::nullopt);
    ClientReplay client(recording, options, emulator::secrets_manager(), target, notebook_, clock_);
    return client.run();
  }

  Notebook notebook_;
  world::SystemClock clock_;

 private:
  static std::uint16_t port_of(const Server& server) {
    const auto& endpoint = server.endpoint();
    return static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1)));
  }

  static void ask(test::RawClient& client, const std::string& operation, const std::string& body) {
    client.send("POST / HTTP/1.1\r\nHost: a\r\nX-Amz-Target: secretsmanager." + operation +
                "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    client.read_answer();
  }

  const std::filesystem::path folder_ = [] {
    auto path = (std::filesystem::path(testing::TempDir()) / "client-replay-XXXXXX").string();
    return std::filesystem::path(::mkdtemp(path.data()));
  }();
};

TEST_F(ClientReplayTest, FindsAnotherServerEqual) {
  record({"a", "b"});
  const Server server({.seed = 9});
  EXPECT_EQ(replay(server, {.compare = true}).of(Finding::Kind::equal), 4u);
  EXPECT_THAT(notebook_.seqs(), ElementsAre(1, 2, 3, 4));
}

TEST_F(ClientReplayTest, FindsWhatIsAnother) {
  record({"a"});
  const Server server;
  replay(server, {.compare = true});
  notebook_ = {};
  // The secret is there already: with another value, since there is another seed.
  const auto totals = replay(server, {.compare = true, .seed = 1});
  EXPECT_THAT(notebook_.kinds(), ElementsAre("different", "different"));
  EXPECT_EQ(totals.of(recorder::Severity::status), 1u);
  EXPECT_EQ(totals.of(recorder::Severity::data), 1u);
}

TEST_F(ClientReplayTest, TellsStatusesIfNothingIsToBeCompared) {
  record({"a"});
  const Server server;
  replay(server, {});
  EXPECT_THAT(notebook_.kinds(), Each("sent"));
  EXPECT_EQ(notebook_.findings.at(0).reason, "200");
}

TEST_F(ClientReplayTest, TellsFindingsInOrderWhateverAnswersFirst) {
  record({"a", "b"});
  const auto scenario = write("slow.yaml", R"(
version: 1
scenario: test/slow
rules:
  - id: slow
    when: { secretId: a }
    then: { delay: 100ms }
)");
  const auto seen = path("seen.jsonl");
  Server server({.scenarios = {scenario}, .record = seen});
  const auto totals = replay(server, {.compare = true, .lanes = Lanes::as_recorded()});
  EXPECT_EQ(totals.of(Finding::Kind::equal), 4u);
  EXPECT_THAT(notebook_.seqs(), ElementsAre(1, 2, 3, 4));

  // The second connection did not wait for the first.
  server.stop();
  const auto lines = recorder::read_transcript(seen).exchanges;
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[2].key.secret_id, "b");
  EXPECT_LT(lines[2].at, lines[1].at + lines[1].dur.total());
}

TEST_F(ClientReplayTest, KeepsTheTimesOfTheRecording) {
  record({"a"});
  auto transcript = recorder::read_transcript(path("run.jsonl"));
  transcript.exchanges[1].at = transcript.exchanges[0].at + 1s;
  transcript.footer.reset();
  write("run.jsonl", recorder::write_transcript(transcript));

  const Server server;
  const auto began = clock_.ticks();
  replay(server, {.speed = 10});
  EXPECT_GE(clock_.ticks() - began, 100ms);
  EXPECT_THAT(notebook_.seqs(), ElementsAre(1, 2));
}

TEST_F(ClientReplayTest, SaysThatNobodyListens) {
  record({"a"});
  std::string endpoint;
  {
    const Server server;
    endpoint = server.endpoint();
  }
  try {
    replay(endpoint, {.compare = true});
    FAIL() << "somebody answered";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()), "nobody listens at " + endpoint);
  }
}

TEST_F(ClientReplayTest, TellsAnAnswerThatDoesNotCome) {
  record({"a"});
  const auto scenario = write("reset.yaml", R"(
version: 1
scenario: test/reset
rules:
  - id: reset
    when: { operation: GetSecretValue }
    then: { connection: reset }
)");
  const Server server({.scenarios = {scenario}});
  const auto totals = replay(server, {.compare = true});
  EXPECT_EQ(totals.of(recorder::Severity::status), 1u);
  ASSERT_EQ(notebook_.findings.size(), 2u);
  EXPECT_EQ(notebook_.findings[1].answer.at(0).live, "no answer: the connection broke");
}

}  // namespace
}  // namespace stunt::harness
