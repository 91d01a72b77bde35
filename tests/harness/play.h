// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "../support/raw_client.h"
#include "harness/script/step_runner.h"
#include "harness/stage.h"

namespace stunt::test {

/// A server that plays scripts, and clients of it.
class Play : public testing::Test {
 protected:
  /// Writes a scenario file with `text` behind its first lines.
  void script(const std::string& text) {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    const auto path = std::filesystem::path(testing::TempDir()) /
                      (std::to_string(::getpid()) + "." + info->test_suite_name() + "." +
                       info->name() + std::to_string(settings_.scenarios.size()) + ".yaml");
    std::ofstream(path) << "version: 1\nscenario: test\n" << text;
    settings_.scenarios.push_back(path);
  }

  void serve() {
    settings_.port = 0;
    settings_.judged = true;
    stage_ = std::make_unique<harness::Stage>(settings_);
    stage_->start();
  }

  void serve(const std::string& text) {
    script(text);
    serve();
  }

  /// Status line, head and body of the answer; empty if there is none.
  std::string ask(const std::string& operation, const std::string& body,
                  const std::string& path = "/", const std::string& key = "") {
    const auto& endpoint = stage_->endpoints().front();
    RawClient client(
        static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
    std::string request =
        "POST " + path + " HTTP/1.1\r\nHost: a\r\nX-Amz-Target: secretsmanager." + operation;
    if (!key.empty()) {
      request += "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + key +
                 "/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host, "
                 "Signature=ab";
    }
    client.send(request + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.read_answer();
  }

  /// What became of the steps, when all have ended.
  std::vector<harness::StepResult::End> ends(std::size_t scope = 0) {
    std::vector<harness::StepResult::End> ends;
    auto& steps = this->scope(scope).steps();
    steps.join();
    for (const auto& result : steps.results()) ends.push_back(result.end);
    return ends;
  }

  harness::Scope& scope(std::size_t i = 0) { return *stage_->scopes().all()[i]; }

  harness::Settings settings_;
  std::unique_ptr<harness::Stage> stage_;
};

}  // namespace stunt::test
