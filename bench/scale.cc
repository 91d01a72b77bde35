// SPDX-License-Identifier: MIT
// What calls cost with few and with many secrets, in CPU time, as a Markdown table.
//
//     scale [LARGEST]     1,000, LARGEST / 10 and LARGEST secrets; 1,000,000 unless told

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bench/world_of_secrets.h"

namespace stunt::bench {
namespace {

constexpr int kRounds = 5;
constexpr int kReads = 20'000;
constexpr int kLists = 20;

using Measure = std::function<double(WorldOfSecrets&)>;

class Table {
 public:
  explicit Table(std::vector<int> sizes) {
    std::string head = "| |", rule = "|---|";
    for (const int size : sizes) {
      worlds_.push_back(std::make_unique<WorldOfSecrets>(size));
      head += " " + std::to_string(size) + " |";
      rule += "---|";
    }
    std::printf("%s largest of smallest |\n%s---|\n", head.c_str(), rule.c_str());
  }

  template <typename Work>
  void for_each(Work work) {
    for (auto& world : worlds_) work(*world);
  }

  /// A row with what was measured, the median of some rounds; the worlds take turns.
  void row(const std::string& title, const char* format, const Measure& measure,
           int rounds = kRounds) {
    std::vector<std::vector<double>> found(worlds_.size());
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = 0; i < worlds_.size(); ++i) found[i].push_back(measure(*worlds_[i]));
    }
    std::printf("| %s |", title.c_str());
    std::vector<double> medians;
    for (auto& rounds_of_one : found) {
      std::ranges::sort(rounds_of_one);
      medians.push_back(rounds_of_one[rounds_of_one.size() / 2]);
      std::printf(format, medians.back());
    }
    std::printf(" %.2f |\n", medians.back() / medians.front());
    std::fflush(stdout);
  }

 private:
  std::vector<std::unique_ptr<WorldOfSecrets>> worlds_;
};

/// First and last page of a list, 100 secrets each.
void list_rows(Table& table, const std::string& title, const std::string& members) {
  const char* kFormat = " %.0f µs |";
  table.row(title + ", first page", kFormat,
            [&](WorldOfSecrets& world) { return world.list_ns(kLists, members) / 1000; });
  std::vector<std::string> tokens;
  table.for_each([&](WorldOfSecrets& world) { tokens.push_back(world.last_token(members)); });
  std::size_t turn = 0;
  table.row(title + ", last page", kFormat, [&](WorldOfSecrets& world) {
    const auto& token = tokens[turn++ % tokens.size()];
    const auto asked = token.empty() ? members : members + R"(,"NextToken":")" + token + '"';
    return world.list_ns(kLists, asked) / 1000;
  });
}

void measure(int largest) {
  Table table({1000, largest / 10, largest});
  const char* kTime = " %.2f µs |";
  table.row(
      "memory of a secret, without its value", " %.0f B |",
      [](WorldOfSecrets& world) { return world.bytes_a_secret(); }, 1);
  table.row(
      "CreateSecret", kTime, [](WorldOfSecrets& world) { return world.create_ns() / 1000; }, 1);
  table.row("GetSecretValue, a day's first reads", kTime, [](WorldOfSecrets& world) {
    world.a_day_passes();
    return world.get_ns(std::min(kReads, world.size())) / 1000;
  });
  table.for_each([](WorldOfSecrets& world) { world.read_all(); });
  table.row("GetSecretValue, read before that day", kTime,
            [](WorldOfSecrets& world) { return world.get_ns(kReads) / 1000; });
  for (const char* by : {"name", "created-date", "last-changed-date", "last-accessed-date"}) {
    for (const char* order : {"asc", "desc"}) {
      list_rows(table, std::string("ListSecrets, ") + by + " " + order,
                std::string(R"("SortBy":")") + by + R"(","SortOrder":")" + order + '"');
    }
  }
  list_rows(table, "ListSecrets, name prefix",
            R"("SortBy":"name","Filters":[{"Key":"name","Values":["team-7/"]}])");
  table.for_each([](WorldOfSecrets& world) { world.delete_half(); });
  list_rows(table, "ListSecrets, half scheduled for deletion", R"("SortBy":"created-date")");
}

}  // namespace
}  // namespace stunt::bench

int main(int argc, char** argv) {
  const int largest = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  if (largest < 10'000 || largest % 10'000 != 0) {
    std::fprintf(stderr, "scale [LARGEST]: 10000 at least, and a multiple of it\n");
    return 2;
  }
  stunt::bench::measure(largest);
}
