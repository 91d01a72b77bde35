// SPDX-License-Identifier: MIT
#include "http/framer.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

const Limits kSmall{.head_bytes = 1024, .body_bytes = 100};

/// All requests in `bytes`, given in pieces of `piece` bytes; a refusal as its status.
struct Cut {
  std::vector<Frame> frames;
  int refused = 0;
};

Cut cut(std::string_view bytes, std::size_t piece) {
  Framer framer(kSmall);
  Cut result;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    framer.append(bytes.substr(at, piece));
    for (;;) {
      const auto next = framer.next();
      if (next == Framer::Next::frame) {
        result.frames.push_back(framer.take_frame());
        continue;
      }
      if (next == Framer::Next::refused) {
        result.refused = framer.refusal().status;
        return result;
      }
      break;
    }
  }
  return result;
}

Frame only(std::string_view bytes) {
  auto result = cut(bytes, bytes.size());
  EXPECT_EQ(result.refused, 0);
  EXPECT_EQ(result.frames.size(), 1u);
  return result.frames.empty() ? Frame() : std::move(result.frames.front());
}

int refusal(std::string_view bytes) { return cut(bytes, bytes.size()).refused; }

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(Framer, TakesARequestWithABody) {
  const auto frame =
      only("POST /p?q=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nX-B:  v \r\n\r\nhello");
  EXPECT_EQ(frame.method, "POST");
  EXPECT_EQ(frame.target, "/p?q=1");
  EXPECT_EQ(frame.body, "hello");
  EXPECT_EQ(frame.headers.get("x-b"), "v");
  EXPECT_TRUE(frame.keep_alive);
}

TEST(Framer, DoesNotCareWhereTheBytesAreSplit) {
  const std::string bytes =
      "POST /1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5;x=y\r\nhello\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n"
      "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" +
      std::string(kGet);
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    const auto result = cut(bytes, piece);
    ASSERT_EQ(result.frames.size(), 3u) << piece;
    EXPECT_EQ(result.frames[0].body, "hello0123456789");
    EXPECT_EQ(result.frames[1].body, "abc");
    EXPECT_EQ(result.frames[2].method, "GET");
  }
}

TEST(Framer, TakesOddButLegalHeads) {
  EXPECT_EQ(only("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").method, "GET");
  EXPECT_EQ(only("GET / HTTP/1.1\r\nHost:\r\nX:\r\n\r\n").headers.get("x"), "");
  EXPECT_EQ(only("GET / HTTP/1.1\r\nhOsT: a\r\nX: \xe9\t!\r\n\r\n").headers.get("x"), "\xe9\t!");
  EXPECT_EQ(only("GET http://h:1/p HTTP/1.1\r\nHost: a\r\n\r\n").target, "/p");
  EXPECT_EQ(only("GET http://h HTTP/1.1\r\nHost: a\r\n\r\n").target, "/");
  EXPECT_EQ(only("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").target, "*");
  EXPECT_EQ(
      only("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok").body,
      "ok");
}

TEST(Framer, KnowsWhetherTheConnectionIsKept) {
  EXPECT_FALSE(only("GET / HTTP/1.0\r\n\r\n").keep_alive);
  EXPECT_TRUE(only("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keep_alive);
  EXPECT_FALSE(only("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").keep_alive);
}

TEST(Framer, RefusesWhatIsNoRequest) {
  for (const char* bytes :
       {"\x16\x03\x01\x02", "\x01", "{}", "GET\r\n\r\n", "GET /\r\n\r\n", "GET  HTTP/1.1\r\n\r\n",
        "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTX/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\r\nfoo\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: v\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nExpect: more\r\n\r\n"}) {
    EXPECT_EQ(refusal(bytes), 400) << bytes;
  }
  EXPECT_EQ(refusal(std::string_view("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29)), 400);
}

TEST(Framer, RefusesVersionsAndMethodsThatItDoesNotSpeak) {
  EXPECT_EQ(refusal("PRI * HTTP/2.0\r\n\r\n"), 505);
  EXPECT_EQ(refusal("PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n"), 501);
  EXPECT_EQ(refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"), 501);
}

TEST(Framer, RefusesLengthsThatContradictOrAreNone) {
  const auto with = [](const std::string& lengths) {
    return refusal("POST / HTTP/1.1\r\nHost: a\r\n" + lengths + "\r\n");
  };
  EXPECT_EQ(with("Content-Length: 2\r\nContent-Length: 5\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"), 400);
  for (const char* value : {"", "-1", "+1", "abc", "1 2", "1,1", "0x1", "1e2"}) {
    EXPECT_EQ(with("Content-Length: " + std::string(value) + "\r\n"), 400) << value;
  }
  EXPECT_EQ(with("Content-Length: 101\r\n"), 413);
  EXPECT_EQ(with("Content-Length: 99999999999999999999999\r\n"), 413);
}

TEST(Framer, RefusesBrokenChunks) {
  const auto with = [](const std::string& body) {
    return refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
  };
  EXPECT_EQ(with("-1\r\n"), 400);
  EXPECT_EQ(with("xyz\r\n"), 400);
  EXPECT_EQ(with("\r\n"), 400);
  EXPECT_EQ(with("2\r\nabc\r\n"), 400);
  EXPECT_EQ(with("FFFFFFFFFFFFFFFF\r\n"), 413);
  EXPECT_EQ(with("7FFFFFFFFFFFFFFE\r\n"), 413);
  EXPECT_EQ(with("64\r\n" + std::string(100, 'x') + "\r\n1\r\n"), 413);
  EXPECT_EQ(with(std::string(300, '1')), 400);
  EXPECT_EQ(with("0\r\n" + std::string(2000, 't')), 431);
}

TEST(Framer, LimitsTheHead) {
  const std::string endless = "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(2000, 'a');
  EXPECT_EQ(refusal(endless), 431);
  EXPECT_EQ(cut(endless, 7).refused, 431);
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 300; ++i) many += "a:\r\n";
  Framer roomy(Limits{});
  roomy.append(many + "\r\n");
  EXPECT_EQ(roomy.next(), Framer::Next::refused);
  EXPECT_EQ(roomy.refusal().status, 431);
}

TEST(Framer, SaysOnceThatAClientWaitsToContinue) {
  Framer framer(kSmall);
  framer.append("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(framer.next(), Framer::Next::more);
  EXPECT_TRUE(framer.take_continue());
  EXPECT_FALSE(framer.take_continue());
  framer.append("ok");
  EXPECT_EQ(framer.next(), Framer::Next::frame);
  EXPECT_EQ(framer.take_frame().body, "ok");
}

TEST(Framer, DoesNotAskForWhatIsThereAlready) {
  Framer framer(kSmall);
  framer.append("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\no");
  EXPECT_EQ(framer.next(), Framer::Next::more);
  EXPECT_FALSE(framer.take_continue());
}

}  // namespace
}  // namespace stunt::http
