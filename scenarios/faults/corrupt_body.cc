// SPDX-License-Identifier: MIT
#include "scenarios/faults/corrupt_body.h"

#include <algorithm>

#include "world/random.h"

namespace stunt::scenarios {
namespace {

/// As a load balancer says that no server behind it answers; it is none of AWS's texts.
constexpr std::string_view kHtml =
    "<!DOCTYPE html>\n"
    "<html>\n"
    "<head><title>503 Service Unavailable</title></head>\n"
    "<body>\n"
    "<h1>503 Service Unavailable</h1>\n"
    "<p>No server is available to handle this request.</p>\n"
    "</body>\n"
    "</html>\n";

/// Garbage is no shorter than this, so that it is never mistaken for a short text.
constexpr std::size_t kLeastGarbage = 16;

void break_json(std::string& body) {
  if (body.empty()) {
    body = "{";
  } else {
    body.pop_back();
  }
}

void flip_a_bit(std::string& body, std::uint64_t drawn) {
  if (body.empty()) return;
  const auto bit = drawn % (body.size() * 8);
  auto& byte = body[bit / 8];
  byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1u << (bit % 8)));
}

std::string garbage(std::size_t size, std::uint64_t drawn) {
  const world::Random random(drawn);
  std::string bytes;
  for (std::uint64_t word = 0; bytes.size() < size; ++word) {
    const auto eight = random.draw({"garbage"}, word);
    for (int i = 0; i < 8 && bytes.size() < size; ++i) {
      bytes.push_back(static_cast<char>(eight >> (8 * i)));
    }
  }
  // No JSON text begins with a byte that is not ASCII.
  bytes.front() = static_cast<char>(static_cast<unsigned char>(bytes.front()) | 0x80);
  return bytes;
}

void become_a_load_balancer(http::Reply& reply) {
  reply.status = 503;
  reply.headers.set("Content-Type", "text/html");
  reply.headers.remove("x-amzn-RequestId");
  reply.body = kHtml;
}

}  // namespace

void corrupt_body(http::Reply& reply, Corruption::Body how, std::uint64_t drawn) {
  using Body = Corruption::Body;
  switch (how) {
    case Body::malformed_json:
      return break_json(reply.body);
    case Body::empty:
      return reply.body.clear();
    case Body::bit_flip:
      return flip_a_bit(reply.body, drawn);
    case Body::garbage:
      reply.body = garbage(std::max(reply.body.size(), kLeastGarbage), drawn);
      return;
    case Body::html:
      return become_a_load_balancer(reply);
  }
}

}  // namespace stunt::scenarios
