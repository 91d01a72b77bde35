// SPDX-License-Identifier: MIT
#include <algorithm>

#include "verdict/calls.h"
#include "verdict/judgement.h"
#include "verdict/kinds.h"
#include "verdict/near_miss.h"

namespace stunt::verdict {
namespace {

constexpr std::size_t kMostItems = 1000;

/// Calls of these kinds arrive in this order.
class Order : public Expectation {
 public:
  Order(std::string name, std::vector<Calls> calls, bool strict)
      : Expectation(std::move(name)), calls_(std::move(calls)), strict_(strict) {}

  Finding judge(const Evidence& evidence) const override {
    std::vector<const Entry*> entries;
    for (const auto& entry : evidence.journal.entries) {
      if (entry.counts() && (!strict_ || is_listed(entry))) entries.push_back(&entry);
    }
    return strict_ ? judge_strict(entries, evidence) : judge_loose(entries, evidence);
  }

  aws::Json to_json() const override {
    aws::Json json = {{"name", name()}, {"order", aws::Json::array()}};
    for (const auto& calls : calls_) json["order"].push_back(calls.written);
    if (strict_) json["strict"] = true;
    return json;
  }

 private:
  using Entries = std::vector<const Entry*>;

  bool is_listed(const Entry& entry) const {
    const auto& call = entry.call();
    const auto operation = call.model ? call.model->name : call.operation;
    return std::any_of(calls_.begin(), calls_.end(), [&](const Calls& calls) {
      return calls.match.matches_operation(operation);
    });
  }

  std::string step(std::size_t index) const {
    return std::to_string(index + 1) + " of " + std::to_string(calls_.size()) + " (" +
           describe(calls_[index]) + ")";
  }

  /// The earliest call for each: whenever there is a way, there is this one.
  Finding judge_loose(const Entries& entries, const Evidence& evidence) const {
    Judgement judgement;
    Judgement::Seqs seqs;
    auto at = entries.begin();
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      const auto& match = calls_[i].match;
      const auto found = std::find_if(at, entries.end(), [&](const Entry* entry) {
        return meets(match, *entry, evidence.board);
      });
      if (found == entries.end()) {
        const bool open = std::any_of(at, entries.end(), [&](const Entry* entry) {
          return may_meet(match, *entry, evidence.board);
        });
        missing(judgement, i, seqs, open, evidence);
        break;
      }
      seqs.push_back((*found)->seq());
      at = found + 1;
    }
    return judgement.finding(name(), came(seqs));
  }

  void missing(Judgement& judgement, std::size_t index, Judgement::Seqs seqs, bool open,
               const Evidence& evidence) const {
    auto text = "number " + step(index) + " did not arrive" +
                (seqs.empty() ? "" : " after " + number(seqs.back()));
    if (open) {
      judgement.unclear(text + "; a call that may be it is still in flight", seqs);
      return;
    }
    const auto misses = nearest_misses(calls_[index].match, evidence);
    for (const auto& miss : misses) seqs.push_back(miss.seq);
    judgement.wrong(std::move(text), seqs);
    judgement.notes(tell(misses));
  }

  /// All in a row, among the calls of the operations that are listed.
  Finding judge_strict(const Entries& entries, const Evidence& evidence) const {
    Judgement judgement;
    std::size_t best = 0, best_at = 0;
    bool open = false;
    for (std::size_t from = 0; from < entries.size(); ++from) {
      std::size_t met = 0;
      const auto left = entries.size() - from;
      while (met < calls_.size() && met < left &&
             meets(calls_[met].match, *entries[from + met], evidence.board)) {
        ++met;
      }
      if (met == calls_.size()) {
        Judgement::Seqs seqs;
        for (std::size_t i = 0; i < met; ++i) seqs.push_back(entries[from + i]->seq());
        return judgement.finding(name(), came(seqs));
      }
      if (met < left && may_meet(calls_[met].match, *entries[from + met], evidence.board)) {
        open = true;
      }
      if (met > best) best = met, best_at = from;
    }
    Judgement::Seqs seqs;
    for (std::size_t i = 0; i < best; ++i) seqs.push_back(entries[best_at + i]->seq());
    std::string text = "number " + step(best) + " did not arrive" +
                       (seqs.empty() ? "" : " right after " + number(seqs.back()));
    if (best_at + best < entries.size()) {
      const auto& instead = *entries[best_at + best];
      text += "; what arrived there is " + number(instead.seq()) + " " + describe(instead.call());
      seqs.push_back(instead.seq());
    }
    if (open) {
      judgement.unclear(text + "; a call that may be it is still in flight", seqs);
    } else {
      judgement.wrong(text, seqs);
      judgement.notes(tell(nearest_misses(calls_[best].match, evidence)));
    }
    return judgement.finding(name(), "");
  }

  static std::string came(const Judgement::Seqs& seqs) {
    std::string text = "arrived in this order:";
    for (std::size_t i = 0; i < seqs.size() && i < 10; ++i) text += " " + number(seqs[i]);
    return text + (seqs.size() > 10 ? " …" : "");
  }

  const std::vector<Calls> calls_;
  const bool strict_;
};

}  // namespace

std::shared_ptr<const Expectation> read_order(const Item& item) {
  const auto items = item.settings.items();
  if (items.empty() || items.size() > kMostItems) {
    item.settings.wrong("an order has 1 to " + std::to_string(kMostItems) + " calls",
                        "list the calls in the order in which they should arrive");
    return nullptr;
  }
  std::vector<Calls> calls;
  for (const auto& one : items) calls.push_back(read_calls(one, item.service));
  bool strict = false;
  if (const auto written = item.whole.find("strict")) strict = written->boolean().value_or(false);
  std::string usual = "order: ";
  for (std::size_t i = 0; i < calls.size() && i < 5; ++i) {
    usual += (i > 0 ? ", then " : "") + describe(calls[i]);
  }
  if (calls.size() > 5) usual += ", …";
  return std::make_shared<Order>(item.name_or(usual), std::move(calls), strict);
}

}  // namespace stunt::verdict
