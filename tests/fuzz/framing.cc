// SPDX-License-Identifier: MIT
#include "framing.h"

#include "http/framer.h"
#include "http/parser.h"
#include "world/random.h"

namespace stunt::test {
namespace {

std::string to_text(const http::Frame& frame) {
  std::string text = frame.method + " " + frame.target;
  if (frame.http_1_0) text += " 1.0";
  if (frame.keep_alive) text += " keep";
  for (const auto& [name, value] : frame.headers) text += "\n" + name + ": " + value;
  return text + "\n\n" + frame.body + "\n";
}

std::string broken_promise(const http::Frame& frame, const http::Limits& limits) {
  if (frame.body.size() > limits.body_bytes) return "a body above its limit";
  if (frame.target.size() > limits.head_bytes) return "a head above its limit";
  return {};
}

std::string broken_promise(const http::Frame& frame, const http::Request& request) {
  const bool question = frame.target.find('?') != std::string::npos;
  const auto target = request.path + (question ? "?" : "") + request.query;
  if (request.method != frame.method) return "method " + request.method;
  if (target != frame.target) return "target " + target;
  if (request.headers != frame.headers) return "headers that were not sent";
  if (request.body != frame.body) return "body " + request.body;
  return {};
}

class Reader {
  using Next = http::Framer::Next;

 public:
  explicit Reader(const http::Limits& limits) : limits_(limits), framer_(limits), parser_(limits) {}

  /// False once nothing more will be read.
  bool read(std::string_view piece) {
    framer_.append(piece);
    auto next = framer_.next();
    for (; next == Next::frame && reading_.broken.empty(); next = framer_.next()) request();
    if (next == Next::refused) refused();
    return next == Next::more;
  }

  void end() {
    reading_.seen += framer_.between_requests()
                         ? "at rest"
                         : "left over: " + std::to_string(framer_.buffered()) + " bytes";
  }

  Reading take() { return std::move(reading_); }

 private:
  void request() {
    const auto frame = framer_.take_frame();
    reading_.seen += to_text(frame);
    reading_.broken = broken_promise(frame, limits_);
    const auto parsed = parser_.parse(frame);
    if (!parsed) {
      reading_.seen += "refused by Pistache\n";
    } else if (reading_.broken.empty()) {
      reading_.broken = broken_promise(frame, *parsed);
    }
  }

  void refused() {
    const auto& refusal = framer_.refusal();
    reading_.seen += "refused: " + std::to_string(refusal.status) + " " + refusal.reason + "\n";
    framer_.append("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    if (framer_.next() != Next::refused) reading_.broken = "a request behind a refusal";
  }

  const http::Limits limits_;
  http::Framer framer_;
  http::Parser parser_;
  Reading reading_;
};

}  // namespace

Reading read_in_pieces(std::span<const std::string_view> pieces, const http::Limits& limits) {
  Reader reader(limits);
  for (const auto piece : pieces) {
    if (!reader.read(piece)) return reader.take();
  }
  reader.end();
  return reader.take();
}

std::vector<std::string_view> whole(std::string_view bytes) { return {bytes}; }

std::vector<std::string_view> byte_by_byte(std::string_view bytes) {
  std::vector<std::string_view> pieces;
  pieces.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) pieces.push_back(bytes.substr(i, 1));
  return pieces;
}

std::vector<std::string_view> in_drawn_pieces(std::string_view bytes, std::size_t longest) {
  // One hash of the bytes seeds the sizes, so that a piece costs a short draw.
  const world::Random sizes(world::Random(longest).draw({bytes}, 0));
  std::vector<std::string_view> pieces;
  for (std::uint64_t number = 0; !bytes.empty(); ++number) {
    pieces.push_back(bytes.substr(0, 1 + sizes.draw({}, number) % longest));
    bytes.remove_prefix(pieces.back().size());
  }
  return pieces;
}

}  // namespace stunt::test
