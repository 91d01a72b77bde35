// SPDX-License-Identifier: MIT
#include "recorder/drift/pair_exchanges.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <string>
#include <unordered_map>

#include "aws/arn.h"
#include "recorder/transcript/canonical.h"

namespace stunt::recorder {
namespace {

using Lines = std::vector<ExchangeLine>;
using Partners = std::vector<std::optional<std::size_t>>;
using NameOf = std::function<std::string(const ExchangeLine&)>;

/// Pairs what has no partner yet and one name, first with first.
void pair_by(const NameOf& name_of, const Lines& recorded, const Lines& other, Partners& there,
             Partners& here) {
  std::unordered_map<std::string, std::deque<std::size_t>> waiting;
  for (std::size_t j = 0; j < other.size(); ++j) {
    if (!here[j]) waiting[name_of(other[j])].push_back(j);
  }
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    if (there[i]) continue;
    const auto found = waiting.find(name_of(recorded[i]));
    if (found == waiting.end() || found->second.empty()) continue;
    there[i] = found->second.front();
    here[*there[i]] = i;
    found->second.pop_front();
  }
}

/// Which of the numbers belong to a longest sequence among them that ascends.
std::vector<bool> ascending(const std::vector<std::size_t>& numbers) {
  std::vector<std::size_t> ends;  // of the sequences of each length the index that ends lowest
  std::vector<std::optional<std::size_t>> before(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at =
        std::lower_bound(ends.begin(), ends.end(), numbers[i],
                         [&](std::size_t end, std::size_t n) { return numbers[end] < n; });
    if (at != ends.begin()) before[i] = *std::prev(at);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> belongs(numbers.size(), false);
  if (ends.empty()) return belongs;
  for (std::optional<std::size_t> i = ends.back(); i; i = before[*i]) belongs[*i] = true;
  return belongs;
}

std::vector<ExchangePair> in_order(const Partners& there, const Partners& here) {
  std::vector<std::size_t> partners;
  for (const auto& partner : there) {
    if (partner) partners.push_back(*partner);
  }
  const auto stays = ascending(partners);

  std::vector<ExchangePair> pairs;
  std::size_t told = 0, paired = 0;  // of the others, and of the partners
  const auto tell_extra = [&](std::size_t end) {
    for (; told < end; ++told) {
      if (!here[told]) pairs.push_back({std::nullopt, told});
    }
  };
  for (std::size_t i = 0; i < there.size(); ++i) {
    const bool moved = there[i] && !stays[paired++];
    if (there[i] && !moved) tell_extra(*there[i]);
    pairs.push_back({i, there[i], moved});
  }
  tell_extra(here.size());
  return pairs;
}

}  // namespace

std::vector<ExchangePair> pair_exchanges(const Lines& recorded, const Lines& other,
                                         const aws::ServiceModel& service) {
  const auto canonical = [&](const ExchangeLine& line) {
    const auto* operation = operation_of(line, service);
    const auto body = canonical_body(operation, line.req.body.json.value_or(aws::Json()));
    return canonicalize(operation, body, other_name(line.service, line.op.value_or(""))).key;
  };
  const auto subject = [](const ExchangeLine& line) {
    return line.service + " " + line.op.value_or("") + " " +
           std::string(aws::secret_name(line.key.secret_id));
  };
  Partners there(recorded.size()), here(other.size());
  pair_by(canonical, recorded, other, there, here);
  pair_by(subject, recorded, other, there, here);
  return in_order(there, here);
}

}  // namespace stunt::recorder
