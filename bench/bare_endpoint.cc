// SPDX-License-Identifier: MIT
//
// bare_endpoint PORT BYTES: what a user would write by hand. Pistache's stock endpoint, one worker,
// answering every request with the same BYTES bytes of JSON.
#include <cstdlib>
#include <string>

#include <pistache/endpoint.h>
#include <pistache/http.h>

namespace {

using namespace Pistache;

class FixedAnswer : public Http::Handler {
 public:
  HTTP_PROTOTYPE(FixedAnswer)
  explicit FixedAnswer(std::string body) : body_(std::move(body)) {}

  void onRequest(const Http::Request&, Http::ResponseWriter response) override {
    // Left in place, the header would close the connection after every answer.
    response.headers().remove<Http::Header::Connection>();
    response.send(Http::Code::Ok, body_, MIME(Application, Json));
  }

 private:
  std::string body_;
};

}  // namespace

int main(int, char** argv) {
  const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
  const std::string body = "\"" + std::string(std::strtoul(argv[2], nullptr, 10) - 2, 'x') + "\"";
  Http::Endpoint endpoint(Address("127.0.0.1", Port(port)));
  endpoint.init(Http::Endpoint::options().threads(1).maxRequestSize(1 << 20));
  endpoint.setHandler(Http::make_handler<FixedAnswer>(body));
  endpoint.serve();
}
