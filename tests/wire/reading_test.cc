// SPDX-License-Identifier: MIT
//
// How the two servers read requests.
#include "comparison.h"

namespace stunt::test {
namespace {

using testing::AssertionFailure;
using testing::AssertionResult;
using testing::AssertionSuccess;

std::string post(const std::string& headers, const std::string& body) {
  return "POST /echo HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

AssertionResult same(const std::string& seen, const std::string& wanted) {
  if (seen == wanted) return AssertionSuccess();
  return AssertionFailure() << "'" << seen << "' came instead of '" << wanted << "'";
}

/// The first piece has been read before the second is sent: the same thread then served another.
AssertionResult takes_a_chunk_split_between_cr_and_lf(Subject& server) {
  auto client = server.connect();
  client.send(post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r"));
  if (auto others = answers_a_new_client(server); !others) return others;
  client.send("\n0\r\n\r\n");
  const auto answer = same(body_of(client.read_answer()), "POST,,hello");
  if (answer) return answer;
  auto others = answers_a_new_client(server);
  return others ? answer : others;
}

TEST(OurServer, TakesAChunkThatIsSplitBetweenCrAndLf) {
  expect_ours_behaves(takes_a_chunk_split_between_cr_and_lf);
}
TEST(StockEndpoint, SpinsForEverOverAChunkThatIsSplitBetweenCrAndLf) {
  expect_stock_fails(takes_a_chunk_split_between_cr_and_lf, kSpins);
}

AssertionResult takes_a_final_chunk_in_two_pieces(Subject& server) {
  auto client = server.connect();
  client.send(post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n"));
  if (auto others = answers_a_new_client(server); !others) return others;
  client.send("\r\n" + get("/echo?next"));
  if (auto first = same(body_of(client.read_answer()), "POST,,hello"); !first) return first;
  return same(body_of(client.read_answer()), "GET,next,");
}

TEST(OurServer, TakesAFinalChunkInTwoPieces) {
  expect_ours_behaves(takes_a_final_chunk_in_two_pieces);
}
TEST(StockEndpoint, LosesTheRequestBehindAFinalChunkInTwoPieces) {
  expect_stock_fails(takes_a_final_chunk_in_two_pieces, "instead of 'GET,next,'");
}

AssertionResult answers_pipelined_requests(Subject& server) {
  auto client = server.connect();
  client.send(get("/echo?1") + get("/echo?2"));
  if (auto first = same(body_of(client.read_answer()), "GET,1,"); !first) return first;
  return same(body_of(client.read_answer()), "GET,2,");
}

TEST(OurServer, AnswersPipelinedRequests) { expect_ours_behaves(answers_pipelined_requests); }
TEST(StockEndpoint, DropsAPipelinedRequest) {
  expect_stock_fails(answers_pipelined_requests, "'' came instead of 'GET,2,'");
}

AssertionResult tells_a_client_to_continue(Subject& server) {
  auto client = server.connect();
  client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n", ""));
  return same(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
}

TEST(OurServer, TellsAClientToContinue) { expect_ours_behaves(tells_a_client_to_continue); }
TEST(StockEndpoint, LeavesAClientThatExpectsContinueWaiting) {
  expect_stock_fails(tells_a_client_to_continue, "'' came instead of");
}

/// A length that two readers would read differently is how one client's bytes become another's
/// request.
AssertionResult refuses_ambiguous_lengths(Subject& server) {
  AssertionResult result = AssertionSuccess();
  for (const char* headers :
       {"Content-Length: 2\r\nContent-Length: 5\r\n", "Content-Length: abc\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"}) {
    auto client = server.connect();
    client.send(post(headers, "2\r\n"));
    const auto status = status_of(client.read_answer());
    if (status == 400 && client.wait() == RawClient::End::eof) continue;
    if (result) result = AssertionFailure();
    result << "[" << headers << "] got " << status << "; ";
  }
  return result;
}

TEST(OurServer, RefusesAmbiguousLengths) { expect_ours_behaves(refuses_ambiguous_lengths); }
TEST(StockEndpoint, TakesOneOfTwoContradictingLengths) {
  expect_stock_fails(refuses_ambiguous_lengths, "Content-Length: 5\r\n] got 200");
}

/// Once it has said 413, a server either closes or still knows where the next request begins.
AssertionResult stays_sane_after_413(Subject& server) {
  auto client = server.connect();
  client.send(post("Content-Length: 1500000\r\n", std::string(1500000, 'x')) + get("/echo?next"));
  const auto refusal = client.read_answer();
  if (status_of(refusal) != 413) return same(refusal, "413");
  const auto next = client.read_answer();
  if (next.empty() && client.last_end() == RawClient::End::eof) return AssertionSuccess();
  return same(body_of(next), "GET,next,");
}

TEST(OurServer, ClosesAfterABodyThatIsTooLarge) { expect_ours_behaves(stays_sane_after_413); }
TEST(StockEndpoint, ReadsTheRestOfABodyThatIsTooLargeAsRequests) {
  expect_stock_fails(stays_sane_after_413, "instead of 'GET,next,'");
}

/// All legal, and an emulator must see them as they are.
AssertionResult takes_odd_but_legal_headers(Subject& server) {
  AssertionResult result = AssertionSuccess();
  for (const char* header :
       {"Accept: text/html, *; q=.2", "Content-Type: foo", "Date: 20260101T000000Z", "Cookie: abc",
        "Cache-Control: immutable", "X-Empty:", "Authorization: AWS4-HMAC-SHA256 Credential=a/b"}) {
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: a\r\n" + std::string(header) + "\r\n\r\n");
    const auto status = status_of(client.read_answer());
    if (status == 200) continue;
    if (result) result = AssertionFailure();
    result << "[" << header << "] got " << status << "; ";
  }
  return result;
}

TEST(OurServer, TakesOddButLegalHeaders) { expect_ours_behaves(takes_odd_but_legal_headers); }
TEST(StockEndpoint, RefusesAnAcceptHeaderThatItCannotParse) {
  expect_stock_fails(takes_odd_but_legal_headers, "[Accept: text/html, *; q=.2] got 415");
}
TEST(StockEndpoint, FailsOverADateHeaderThatItCannotParse) {
  expect_stock_fails(takes_odd_but_legal_headers, "[Date: 20260101T000000Z] got 500");
}

}  // namespace
}  // namespace stunt::test
