// SPDX-License-Identifier: MIT
#include "recorder/show/gaps.h"
#include "recorder/show/invocations.h"
#include "recorder/show/table.h"
#include "recorder/show/view.h"
#include "recorder/show/words.h"
#include "world/told.h"

namespace stunt::recorder {
namespace {

using Align = Table::Align;

class AttemptsView : public View {
 public:
  explicit AttemptsView(const Screen& screen)
      : screen_(screen), invocations_([this](const auto& attempts) { print(attempts); }) {}

  void add(const ExchangeLine& line) override { invocations_.add(line); }

  void end() override {
    invocations_.finish();
    screen_.out << counted(retried_, "call") << " of " << calls_
                << (retried_ == 1 ? " was" : " were") << " tried again; " << saved_
                << " ended well\n";
  }

 private:
  void print(const Invocations::Attempts& attempts) {
    ++calls_;
    if (attempts.size() < 2) return;
    ++retried_;
    const auto& [first, last] = std::pair(attempts.front(), attempts.back());
    const auto took = last.at + last.dur.total() - first.at;
    saved_ += last.outcome == aws::OutcomeKind::ok ? 1 : 0;
    const auto call = operation_of(first) + " " + secret_of(first);
    screen_.out << painted(printable(call), Color::bold, screen_.color) << ": "
                << counted(attempts.size(), "attempt") << " in " << world::told(took) << ", "
                << painted(printable(answer_of(last)), color_of(last.outcome), screen_.color)
                << "\n";

    Table table({{"seq", Align::right, 0, 6},
                 {"time", Align::right, 0, 8},
                 {"gap", Align::right, 0, 7},
                 {"try", Align::right},
                 {"answer", Align::left, 29, 26},
                 {"fault", Align::left, 24, 12},
                 {"took", Align::right, 0, 7}});
    Gaps gaps;
    for (const auto& line : attempts) {
      const auto gap = gaps.next(line);
      table.add({{std::to_string(line.seq)},
                 {world::clock_time(line.t)},
                 {gap ? world::told(*gap) : kNothing},
                 {attempt_of(line)},
                 {answer_of(line), color_of(line.outcome)},
                 {faults_of(line), line.faults.empty() ? Color::dim : Color::none},
                 {world::told(line.dur.total())}});
    }
    table.print(screen_.out, screen_.color);
    screen_.out << "\n";
  }

  const Screen screen_;
  Invocations invocations_;
  std::size_t calls_ = 0, retried_ = 0, saved_ = 0;
};

}  // namespace

std::unique_ptr<View> make_attempts_view(const Screen& screen) {
  return std::make_unique<AttemptsView>(screen);
}

}  // namespace stunt::recorder
