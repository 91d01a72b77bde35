// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "recorder/show/bar.h"
#include "recorder/show/invocations.h"
#include "recorder/show/table.h"
#include "recorder/show/view.h"
#include "recorder/show/words.h"
#include "world/told.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kSeq = 5, kOperation = 16, kSecret = 12, kAnswer = 10, kTook = 7;
constexpr std::size_t kLabels = kSeq + kOperation + kSecret + kAnswer + kTook + 5;
constexpr std::size_t kNarrowestBar = 20;

class WaterfallView : public View {
 public:
  explicit WaterfallView(const Screen& screen)
      : screen_(screen), invocations_([this](const auto& attempts) { print(attempts); }) {}

  bool wants_survey() const override { return true; }

  void survey(const ExchangeLine& line) override {
    machine_.add(line.at, line.dur.total());
    scenario_.add(line.t, line.dur.total());
  }

  void add(const ExchangeLine& line) override {
    if (axis_.columns == 1) begin();
    invocations_.add(line);
  }

  void end() override {
    invocations_.finish();
    screen_.out << "\n" << bar_legend(screen_.color, screen_.unicode) << "\n";
  }

 private:
  struct Range {
    void add(world::Duration at, world::Duration took) {
      begin = begin ? std::min(*begin, at) : at;
      end = std::max(end, at + took);
      moves = moves || at > world::Duration(0);
    }
    std::optional<world::Duration> begin{};
    world::Duration end{0};
    bool moves = false;
  };

  void begin() {
    // A deterministic recording says nothing of the machine's clock.
    const auto& range = machine_.moves ? machine_ : scenario_;
    axis_.begin = range.begin.value_or(world::Duration(0));
    axis_.end = range.end;
    axis_.columns = std::max(screen_.width, kLabels + kNarrowestBar) - kLabels;
    const auto last = world::told(axis_.end - axis_.begin);
    const std::string first = "0";
    const std::string blanks(axis_.columns - std::min(axis_.columns, first.size() + last.size()),
                             ' ');
    row("seq", "operation", "secret", "answer", Color::none, "took", first + blanks + last);
  }

  world::Duration arrival(const ExchangeLine& line) const {
    return machine_.moves ? line.at : line.t;
  }

  void print(const Invocations::Attempts& attempts) {
    std::optional<world::Duration> last_end;
    for (const auto& line : attempts) {
      const bool retry = last_end.has_value();
      const bool last = &line == &attempts.back();
      const auto answer = answer_of(line);
      const auto word = answer.substr(0, answer.find(' '));
      row(std::to_string(line.seq),
          retry ? branch(last) + "try " + attempt_of(line) : operation_of(line),
          retry ? "" : secret_of(line), word, color_of(line.outcome), world::told(line.dur.total()),
          drawn(bar(axis_, arrival(line), line.dur, last_end), screen_.color, screen_.unicode));
      last_end = arrival(line) + line.dur.total();
    }
  }

  std::string branch(bool last) const {
    if (!screen_.unicode) return last ? "`- " : "|- ";
    return last ? "└ " : "├ ";
  }

  void row(const std::string& seq, const std::string& operation, const std::string& secret,
           const std::string& answer, Color color, const std::string& took,
           const std::string& bar) {
    const auto padded = [](const std::string& text, std::size_t width) {
      return text + std::string(width - std::min(width, columns_of(text)), ' ');
    };
    const auto fitted = [&](const std::string& text, std::size_t width) {
      return padded(cut(printable(text), width, screen_.unicode ? "…" : "~"), width);
    };
    const auto right = [](const std::string& text, std::size_t width) {
      return std::string(width - std::min(width, columns_of(text)), ' ') + text;
    };
    auto line = right(seq, kSeq) + " " + fitted(operation, kOperation) + " " +
                fitted(secret, kSecret) + " " +
                painted(fitted(answer, kAnswer), color, screen_.color) + " " + right(took, kTook) +
                " " + bar;
    line.erase(line.find_last_not_of(' ') + 1);
    screen_.out << line << "\n";
  }

  const Screen screen_;
  Invocations invocations_;
  Range machine_, scenario_;
  Axis axis_;
};

}  // namespace

std::unique_ptr<View> make_waterfall_view(const Screen& screen) {
  return std::make_unique<WaterfallView>(screen);
}

}  // namespace stunt::recorder
