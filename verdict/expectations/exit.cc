// SPDX-License-Identifier: MIT
#include <optional>

#include "verdict/judgement.h"
#include "verdict/kinds.h"

namespace stunt::verdict {
namespace {

/// The command exits with this status, or as it likes.
class ExitExpectation : public Expectation {
 public:
  ExitExpectation(std::string name, std::optional<int> status)
      : Expectation(std::move(name)), status_(status) {}

  Finding judge(const Evidence& evidence) const override {
    if (!evidence.exit) return {Status::inconclusive, name(), "no command was run"};
    const auto number = std::to_string(evidence.exit->number);
    switch (evidence.exit->how) {
      case Exit::How::not_started:
        return {Status::error, name(), "the command could not be started (errno " + number + ")"};
      case Exit::How::killed: {
        const auto status = status_ ? Status::fail : Status::pass;
        return {status, name(), "the command was killed by signal " + number};
      }
      case Exit::How::exited:
        break;
    }
    const bool right = !status_ || evidence.exit->number == *status_;
    const auto text = "the command exited with " + number;
    if (right) return {Status::pass, name(), text};
    return {Status::fail, name(), text + ", expected " + std::to_string(*status_)};
  }

  bool needs_all_calls() const override { return false; }
  bool is_about_exit() const override { return true; }

  aws::Json to_json() const override {
    aws::Json json = {{"name", name()}, {"exit", "any"}};
    if (status_) json["exit"] = *status_;
    return json;
  }

 private:
  const std::optional<int> status_;
};

}  // namespace

std::shared_ptr<const Expectation> read_exit(const Item& item) {
  if (item.settings.kind() == input::Kind::text) {
    if (*item.settings.text() != "any") {
      item.settings.wrong("neither 'any' nor an exit status", "write any, or 0 to 255");
      return nullptr;
    }
    return std::make_shared<ExitExpectation>(item.name_or("the command ends"), std::nullopt);
  }
  const auto status = item.settings.natural(0, 255);
  if (!status) return nullptr;
  return std::make_shared<ExitExpectation>(
      item.name_or("the command exits with " + std::to_string(*status)), static_cast<int>(*status));
}

std::shared_ptr<const Expectation> usual_exit() {
  return std::make_shared<ExitExpectation>("the command exits with 0", 0);
}

}  // namespace stunt::verdict
