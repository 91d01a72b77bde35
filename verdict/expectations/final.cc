// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "aws/json_of.h"
#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/count.h"
#include "verdict/engine.h"
#include "verdict/judgement.h"
#include "verdict/kinds.h"
#include "verdict/view.h"

namespace stunt::verdict {
namespace {

struct Stage {
  std::string_view name;   ///< in the file
  std::string_view label;  ///< at AWS
};
constexpr std::array kStages = {Stage{"current", "AWSCURRENT"}, Stage{"previous", "AWSPREVIOUS"},
                                Stage{"pending", "AWSPENDING"}};
constexpr std::array<std::string_view, 3> kOwn = {"versions", "deleted", "absent"};

using ViewPtr = std::shared_ptr<const View>;

/// How one secret should be in the end. What is not given does not matter.
struct FinalSecret {
  std::string id;
  bool absent = false;
  std::optional<scenarios::Count> versions{};
  std::optional<bool> deleted{};
  std::vector<std::pair<const Stage*, ViewPtr>> stages{};
  std::vector<std::pair<std::string, ViewPtr>> described{};  ///< members of DescribeSecret

  void check(const Engine& engine, Judgement& judgement) const;
};

void tell(const std::vector<std::string>& differing, const std::string& id,
          const std::string& where, Judgement& judgement) {
  for (const auto& pointer : differing) judgement.wrong(id + ": " + where + pointer + " differs");
}

void FinalSecret::check(const Engine& engine, Judgement& judgement) const {
  const auto description = engine.ask("DescribeSecret", {{"SecretId", id}});
  if (!description) {
    if (!absent) judgement.wrong(id + ": there is no such secret");
    return;
  }
  if (absent) {
    judgement.wrong(id + ": the secret is there");
    return;
  }
  const bool is_deleted = aws::member(*description, "DeletedDate") != nullptr;
  if (deleted && *deleted != is_deleted) {
    judgement.wrong(id + (is_deleted ? ": the secret is deleted" : ": the secret is not deleted"));
  }
  for (const auto& member : described) {
    std::vector<std::string> differing;
    member.second->compare(aws::member(*description, member.first), "/" + member.first, differing);
    tell(differing, id, "", judgement);
  }
  if (versions) {
    const auto there = engine.versions(id).value_or(std::set<std::string>()).size();
    if (!versions->includes(there)) {
      judgement.wrong(id + ": there " + (there == 1 ? "is " : "are ") + counted(there, "version") +
                      ", expected " + to_string(*versions));
    }
  }
  for (const auto& [stage, view] : stages) {
    const auto value = engine.ask("GetSecretValue",
                                  {{"SecretId", id}, {"VersionStage", std::string(stage->label)}});
    std::vector<std::string> differing;
    view->compare(value ? &*value : nullptr, "", differing);
    if (!value && !differing.empty()) {
      judgement.wrong(id + ": no version has " + std::string(stage->label));
    } else {
      tell(differing, id, std::string(stage->name), judgement);
    }
  }
}

/// Secrets are like this when all is over.
class Final : public Expectation {
 public:
  Final(std::string name, std::vector<FinalSecret> secrets, aws::Json written)
      : Expectation(std::move(name)), secrets_(std::move(secrets)), written_(std::move(written)) {}

  Finding judge(const Evidence& evidence) const override {
    Judgement judgement;
    const Engine engine(evidence);
    for (const auto& secret : secrets_) {
      try {
        secret.check(engine, judgement);
      } catch (const NoAnswer& error) {
        judgement.unclear(secret.id + ": " + error.what());
      }
    }
    return judgement.finding(name(), counted(secrets_.size(), "secret") + " as expected");
  }

  bool needs_all_calls() const override { return false; }

  aws::Json to_json() const override { return {{"name", name()}, {"final", written_}}; }

 private:
  const std::vector<FinalSecret> secrets_;
  const aws::Json written_;
};

std::vector<std::string_view> names_of(const aws::ServiceModel& service) {
  std::vector<std::string_view> names(kOwn.begin(), kOwn.end());
  for (const auto& stage : kStages) names.push_back(stage.name);
  if (const auto* describe = service.operation("DescribeSecret")) {
    for (const auto& member : describe->output) names.push_back(member.name);
  }
  return names;
}

void read_member(const input::Entry& entry, FinalSecret& secret) {
  const auto& value = entry.value;
  if (entry.name == "versions") {
    secret.versions = scenarios::read_count(value);
  } else if (entry.name == "deleted") {
    secret.deleted = value.boolean();
  } else if (entry.name == "absent") {
    secret.absent = value.boolean().value_or(false);
  } else if (auto view = read_view(value)) {
    const auto stage = std::find_if(kStages.begin(), kStages.end(),
                                    [&](const Stage& one) { return one.name == entry.name; });
    if (stage != kStages.end()) {
      secret.stages.emplace_back(&*stage, std::move(view));
    } else {
      secret.described.emplace_back(entry.name, std::move(view));
    }
  }
}

}  // namespace

std::shared_ptr<const Expectation> read_final(const Item& item) {
  const auto names = names_of(item.service);
  std::vector<FinalSecret> secrets;
  std::string usual = "in the end:";
  for (const auto& entry : item.settings.entries()) {
    FinalSecret secret{std::string(entry.name)};
    const auto object = entry.value.object({names});
    const auto members = entry.value.kind() == input::Kind::object ? entry.value.entries()
                                                                   : std::vector<input::Entry>();
    if (object && members.empty()) {
      entry.value.wrong("nothing is expected of this secret",
                        "add one of: " + input::list_of(names));
    }
    for (const auto& member : members) read_member(member, secret);
    if (secret.absent && members.size() > 1) {
      entry.value.wrong("a secret that is absent has nothing else", "keep 'absent' alone");
    }
    usual += (secrets.empty() ? " " : ", ") + secret.id;
    secrets.push_back(std::move(secret));
  }
  if (secrets.empty()) {
    item.settings.wrong("no secret is named", "write for example: { prod/db: { versions: 1 } }");
    return nullptr;
  }
  return std::make_shared<Final>(item.name_or(usual), std::move(secrets),
                                 aws::json_of(item.settings));
}

}  // namespace stunt::verdict
