// SPDX-License-Identifier: MIT
#include "hostile_message.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "../support/dice.h"

namespace stunt::test {
namespace {

using namespace std::string_view_literals;

constexpr std::array kMethods = {"GET"sv,   "POST"sv,  "POST"sv,     "PUT"sv,    "HEAD"sv,
                                 "LINK"sv,  "get"sv,   "OPTIONS"sv,  "G\0T"sv,   ""sv,
                                 "P OST"sv, "TRACE"sv, "\x16\x03"sv, "CONNECT"sv};

constexpr std::array kTargets = {
    "/"sv,       "/echo"sv,      "/echo?a=b&&=c"sv, "/delay?1"sv,    "/delay?3600000"sv,
    "/throw"sv,  "/throw-int"sv, "/apply?2"sv,      "/big?100000"sv, "*"sv,
    "//"sv,      "/%00%zz"sv,    "/\xff\xfe"sv,     "/a b"sv,        "http://a/echo?1"sv,
    "http://"sv, "host:443"sv,   "/../../etc"sv,    "?"sv,           ""sv};

constexpr std::array kVersions = {"HTTP/1.1"sv,  "HTTP/1.1"sv, "HTTP/1.1"sv, "HTTP/1.1"sv,
                                  "HTTP/1.0"sv,  "HTTP/2.0"sv, "HTTP/1."sv,  "http/1.1"sv,
                                  "HTTP/1.1 "sv, ""sv};

constexpr std::array kHeaders = {
    "Content-Length: -5"sv,
    "Content-Length: 99999999999999999999"sv,
    "Content-Length: 1048577"sv,
    "Content-Length: 0x10"sv,
    "Content-Length: 3, 3"sv,
    "Content-Length: +3"sv,
    "Content-Length:"sv,
    "Content-Length : 3"sv,
    "Transfer-Encoding: gzip"sv,
    "Transfer-Encoding: chunked, chunked"sv,
    "Transfer-Encoding: \x0b"
    "chunked"sv,
    "Connection: close"sv,
    "Connection: keep-alive, close, x"sv,
    "Connection: ,,,"sv,
    "Expect: 100-continue"sv,
    "Expect: 200-ok"sv,
    "Host: b"sv,
    "Host: \0"sv,
    "Accept: text/html;q=0.99999, *; q=.2"sv,
    "Accept: ,"sv,
    "Content-Type: /"sv,
    "Cookie: =;;a=b; c"sv,
    "Cache-Control: max-age=99999999999999999999"sv,
    "Date: yesterday"sv,
    "Authorization: AWS4-HMAC-SHA256 Credential=////, SignedHeaders="sv,
    "X-Amz-Target: secretsmanager.GetSecretValue"sv,
    "X-Latin: \xe9\xff"sv,
    "X-Folded: a\r\n b"sv,
    "X-Bare: a\nX-B: c"sv,
    "X-Return: a\rb"sv,
    ": no name"sv,
    "no colon"sv,
    "X Y: z"sv,
    "X-Empty:"sv,
};

constexpr std::array kChunks = {"5\r\nhello\r\n"sv,
                                "5;a=\"b\r\"\r\nhello\r\n"sv,
                                "-1\r\nx\r\n"sv,
                                "0x5\r\nhello\r\n"sv,
                                "5\r\nhelloX\r\n"sv,
                                "FFFFFFFFFFFFFFFF\r\nx\r\n"sv,
                                "g\r\n"sv,
                                "\r\n"sv,
                                "5\nhello\n"sv,
                                "100000\r\n"sv,
                                "00000005\r\nhello\r\n"sv,
                                "0\r\n"sv};

std::string make_chunks(Dice& dice, std::size_t venom) {
  std::string body;
  for (auto left = dice.below(6); left > 0; --left) {
    body += dice.percent(venom) ? dice.one_of(kChunks) : kChunks.front();
  }
  if (!dice.percent(venom)) body += dice.percent(80) ? "0\r\n\r\n" : "0\r\nTrailer: a\r\n\r\n";
  return body;
}

/// `venom` is how often, of a hundred times, a part of the request is not what it should be.
std::string make_request(Dice& dice, std::size_t venom) {
  const auto odd = [&](const auto& parts, std::size_t decent) -> std::string {
    return std::string(dice.percent(venom) ? dice.one_of(parts) : parts[dice.below(decent)]);
  };
  std::string head = odd(kMethods, 3);
  head += dice.percent(venom / 8) ? "\t" : " ";
  head += odd(kTargets, 10);
  if (dice.percent(2)) head += std::string(dice.between(1000, 80000), 'a');
  head += dice.percent(venom / 8) ? "  " : " ";
  head += odd(kVersions, 4);
  head += dice.percent(venom / 8) ? "\n" : "\r\n";

  if (!dice.percent(venom / 4)) head += "Host: a\r\n";
  const auto soup = dice.percent(3) ? dice.between(200, 400) : dice.below(5);
  for (std::size_t i = 0; i < soup; ++i) {
    head += dice.percent(venom) ? dice.one_of(kHeaders) : "X-Plain: a"sv;
    head += "\r\n";
  }
  if (dice.percent(2)) head += "X-Long: " + std::string(dice.between(1000, 80000), 'a') + "\r\n";

  std::string body;
  switch (dice.below(4)) {
    case 0:
      body = dice.noise(dice.percent(5) ? dice.between(10000, 100000) : dice.below(300));
      head += "Content-Length: ";
      head += std::to_string(body.size() + (dice.percent(venom) ? dice.between(1, 9) : 0));
      head += "\r\n";
      break;
    case 1:
      body = make_chunks(dice, venom);
      head += "Transfer-Encoding: chunked\r\n";
      break;
    case 2:  // bytes that nothing announces
      body = dice.noise(dice.percent(venom) ? dice.below(50) : 0);
      break;
    default:
      break;
  }
  return head + (dice.percent(venom / 8) ? "\n" : "\r\n") + body;
}

void damage(std::string& bytes, Dice& dice) {
  if (dice.percent(30)) {
    for (auto flips = dice.between(1, 6); flips > 0 && !bytes.empty(); --flips) {
      bytes[dice.below(bytes.size())] = static_cast<char>(dice.throw_one());
    }
  }
  if (dice.percent(20)) bytes.resize(dice.below(bytes.size() + 1));
  if (dice.percent(20)) bytes += bytes;
  if (dice.percent(10)) bytes.insert(dice.below(bytes.size() + 1), dice.noise(dice.below(20)));
  if (dice.percent(5)) bytes.insert(0, "\r\n\r\n");
}

std::vector<std::string> cut(std::string_view bytes, Dice& dice) {
  constexpr std::array<std::size_t, 5> kLongest = {1, 7, 100, 5000, 1000000};
  // So that a long message is not a thousand system calls.
  constexpr std::size_t kSegmentsMax = 60;
  const auto longest = dice.one_of(kLongest);
  std::vector<std::string> segments;
  while (!bytes.empty()) {
    const auto size = segments.size() < kSegmentsMax ? dice.between(1, longest) : bytes.size();
    segments.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(segments.back().size());
  }
  return segments;
}

}  // namespace

std::string HostileMessage::bytes() const {
  std::string all;
  for (const auto& segment : segments) all += segment;
  return all;
}

HostileMessage make_hostile_message(std::uint64_t seed, std::uint64_t number) {
  using Ending = HostileMessage::Ending;
  constexpr std::array kEndings = {Ending::reset, Ending::close,  Ending::half_close,
                                   Ending::read,  Ending::linger, Ending::close};
  Dice dice(seed, number);
  // What is nearly right gets further than what is all wrong.
  const std::size_t venom = dice.percent(50) ? 4 : 40;
  std::string bytes = dice.noise(dice.percent(8) ? dice.between(1, 3000) : 0);
  if (bytes.empty()) bytes = make_request(dice, venom);
  if (dice.percent(15)) bytes += make_request(dice, venom);
  if (dice.percent(venom + 20)) damage(bytes, dice);
  return {cut(bytes, dice), dice.one_of(kEndings)};
}

}  // namespace stunt::test
