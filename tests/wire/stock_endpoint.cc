// SPDX-License-Identifier: MIT
//
// Pistache's own Http::Endpoint as a careful user writes it, with the errands of tests/http, in a
// process of its own: see servant.h. Careful means: one worker, a request size that fits, timeouts
// that never strike, no Connection header that nobody asked for, and long work in other threads.
// What an errand throws is left to the endpoint: that is one of the cases.
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include <pistache/endpoint.h>
#include <poll.h>

#include "servant.h"

namespace {

using namespace Pistache;

std::string first_parameter(const Http::Request& request) {
  const auto parameters = request.query().parameters();
  return parameters.empty() ? std::string() : parameters.front();
}

void answer(Http::ResponseWriter& response, const std::string& body) {
  response.headers().remove<Http::Header::Connection>();
  response.send(Http::Code::Ok, body);
}

/// The only way that the endpoint has to answer later than at once.
void answer_from_a_thread(Http::ResponseWriter response, std::string body, int delay_ms) {
  auto kept = std::make_shared<Http::ResponseWriter>(std::move(response));
  std::thread([kept, delay_ms, text = std::move(body)] {
    ::poll(nullptr, 0, delay_ms);
    try {
      answer(*kept, text);
    } catch (const std::exception&) {
      // The client has left.
    }
  }).detach();
}

class Errands : public Http::Handler {
 public:
  HTTP_PROTOTYPE(Errands)

  void onRequest(const Http::Request& request, Http::ResponseWriter response) override {
    const auto path = request.resource();
    const auto parameter = first_parameter(request);
    const auto number = std::atoi(parameter.c_str());
    if (path == "/echo") {
      answer(response, std::string(Http::methodString(request.method())) + "," + parameter + "," +
                           request.body());
    } else if (path == "/delay") {
      answer_from_a_thread(std::move(response), "late", number);
    } else if (path == "/big") {
      answer_from_a_thread(std::move(response), std::string(number, 'x'), 0);
    } else if (path == "/throw") {
      throw std::runtime_error("an application that throws");
    } else if (path == "/throw-int") {
      throw 42;
    } else {
      answer(response, "ok");
    }
  }
};

class StockEndpoint : public stunt::test::Servant {
 public:
  std::uint16_t start() override {
    using std::chrono::hours;
    Flags<Tcp::Options> flags(Tcp::Options::ReuseAddr);
    flags.setFlag(Tcp::Options::CloseOnExec);
    flags.setFlag(Tcp::Options::NoDelay);
    endpoint_ = std::make_unique<Http::Endpoint>(Address("127.0.0.1", Port(0)));
    endpoint_->init(Http::Endpoint::options()
                        .threads(1)
                        .flags(flags)
                        .backlog(4096)
                        .maxRequestSize(1024 * 1024)
                        .headerTimeout(hours(1))
                        .bodyTimeout(hours(1))
                        .keepaliveTimeout(hours(1)));
    endpoint_->setHandler(Http::make_handler<Errands>());
    endpoint_->serveThreaded();
    return endpoint_->getPort();
  }

  void stop() override {
    endpoint_->shutdown();
    endpoint_.reset();
  }

 private:
  std::unique_ptr<Http::Endpoint> endpoint_;
};

}  // namespace

int main() {
  StockEndpoint endpoint;
  stunt::test::obey(endpoint);
  // A worker that spins cannot be stopped.
  std::_Exit(0);
}
