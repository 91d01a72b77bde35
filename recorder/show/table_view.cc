// SPDX-License-Identifier: MIT
#include "recorder/show/gaps.h"
#include "recorder/show/table.h"
#include "recorder/show/view.h"
#include "recorder/show/words.h"
#include "world/told.h"

namespace stunt::recorder {
namespace {

using Align = Table::Align;

/// So many rows decide how wide columns are; what comes later and is wider widens them.
constexpr std::size_t kRowsAhead = 1000;

class TableView : public View {
 public:
  explicit TableView(const Screen& screen)
      : screen_(screen),
        table_({{"seq", Align::right},
                {"time", Align::right},
                {"gap", Align::right},
                {"operation", Align::left, 20},
                {"secret", Align::left, 22},
                {"try", Align::right},
                {"answer", Align::left, 29},
                {"fault", Align::left, 24},
                {"took", Align::right}}) {}

  void add(const ExchangeLine& line) override {
    const auto gap = gaps_.next(line);
    table_.add({{std::to_string(line.seq)},
                {world::clock_time(line.t)},
                {gap ? world::told(*gap) : kNothing},
                {operation_of(line)},
                {secret_of(line)},
                {attempt_of(line)},
                {answer_of(line), color_of(line.outcome)},
                {faults_of(line), line.faults.empty() ? Color::dim : Color::none},
                {world::told(line.dur.total())}});
    if (table_.waiting() >= rows_ahead_) flush();
  }

  void flush() override {
    table_.print(screen_.out, screen_.color);
    rows_ahead_ = 1;
  }

  void end() override { flush(); }

 private:
  const Screen screen_;
  Table table_;
  Gaps gaps_;
  std::size_t rows_ahead_ = kRowsAhead;
};

}  // namespace

std::unique_ptr<View> make_table_view(const Screen& screen) {
  return std::make_unique<TableView>(screen);
}

}  // namespace stunt::recorder
