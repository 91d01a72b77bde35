// SPDX-License-Identifier: MIT
#include "recorder/show/show.h"

#include "recorder/show/tail.h"
#include "recorder/show/view.h"
#include "recorder/show/words.h"
#include "recorder/transcript/file_lines.h"
#include "recorder/transcript/pieces.h"
#include "recorder/transcript/stream.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

/// By Look.
constexpr std::unique_ptr<View> (*kViews[])(const Screen&) = {
    make_table_view, make_attempts_view, make_waterfall_view, make_detail_view};

/// A view with what stands around it.
class Page {
 public:
  Page(std::ostream& out, const ShowOptions& options)
      : out_(out),
        options_(options),
        view_(kViews[static_cast<std::size_t>(options.look)](
            {out, options.color, options.width, options.unicode})) {}

  View& view() { return *view_; }

  bool wants(const ExchangeLine& line) const { return !options_.wanted || options_.wanted(line); }

  void begin(const Header& header) {
    if (begun_) return;  // the next file of one that is followed
    begun_ = true;
    out_ << printable(header.tool) << ", engine " << printable(header.engine) << ", seed "
         << header.seed << ", " << world::rfc3339(header.created) << "\n\n";
    secrecy_ = header.secrecy;
  }

  void add(const ExchangeLine& line) {
    ++all_;
    if (!wants(line)) return;
    ++shown_;
    faulted_ += line.faults.empty() ? 0 : 1;
    errors_ += line.outcome == aws::OutcomeKind::ok ? 0 : 1;
    view_->add(line);
  }

  void end(const std::vector<std::string>& notes) {
    view_->end();
    out_ << "\n"
         << (shown_ < all_ ? std::to_string(shown_) + " of " : "") << counted(all_, "exchange")
         << ", " << faulted_ << " with faults, " << counted(errors_, "error") << "\n";
    if (secrecy_.style == Secrecy::Style::none) {
      out_ << "note: secrets stand in the clear in this file\n";
    } else if (secrecy_.style == Secrecy::Style::sealed) {
      out_ << "note: secrets are sealed with the key " << printable(secrecy_.key) << "\n";
    }
    for (const auto& note : notes) out_ << "note: " << note << "\n";
  }

 private:
  std::ostream& out_;
  const ShowOptions& options_;
  const std::unique_ptr<View> view_;
  Secrecy secrecy_{};
  bool begun_ = false;
  std::size_t all_ = 0, shown_ = 0, faulted_ = 0, errors_ = 0;
};

void print_line(const FileLine& line, std::ostream& out, const ShowOptions& options) {
  const bool wanted = line.exchange ? !options.wanted || options.wanted(*line.exchange)
                                    : line.header || !options.wanted;
  if (wanted) out << line.text << "\n";
}

}  // namespace

void show(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options) {
  Page page(out, options);
  if (page.view().wants_survey()) {
    stream_transcript(path, {[](const Header&) {},
                             [&](const ExchangeLine& line) {
                               if (page.wants(line)) page.view().survey(line);
                             }});
  }
  auto end = stream_transcript(path, {[&](const Header& header) { page.begin(header); },
                                      [&](const ExchangeLine& line) { page.add(line); }});
  if (end.late > 0) {
    end.notes.push_back(counted(end.late, "exchange") + " stood too far from their place");
  }
  page.end(end.notes);
}

void show(const Transcript& transcript, std::ostream& out, const ShowOptions& options) {
  Page page(out, options);
  page.begin(transcript.header);
  for (const auto& line : transcript.exchanges) {
    if (page.wants(line)) page.view().survey(line);
  }
  for (const auto& line : transcript.exchanges) page.add(line);
  page.end(transcript.notes);
}

bool show_one(const std::filesystem::path& path, std::uint64_t seq, std::ostream& out,
              const ShowOptions& options) {
  const auto view = make_detail_view({out, options.color, options.width, options.unicode});
  bool found = false;
  FileLines lines(path.string(), [&](const FileLine& line) {
    if (found || !line.exchange || line.exchange->seq != seq) return;
    found = true;
    view->add(*line.exchange);
  });
  Pieces pieces(path);
  for (auto piece = pieces.next(); !piece.empty() && !found; piece = pieces.next()) {
    lines.take(piece);
  }
  if (!found) lines.end();
  return found;
}

void print_lines(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options) {
  FileLines lines(path.string(), [&](const FileLine& line) { print_line(line, out, options); });
  Pieces pieces(path);
  for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) lines.take(piece);
  lines.end();
}

void follow(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options,
            bool raw, const std::function<bool()>& wait) {
  Page page(out, options);
  const auto told = [&](const FileLine& line) {
    if (raw) return print_line(line, out, options);
    if (line.header) page.begin(*line.header);
    if (line.exchange) page.add(*line.exchange);
  };
  std::optional<FileLines> lines;
  Tail tail(path);
  do {
    for (auto piece = tail.next(); !piece.bytes.empty(); piece = tail.next()) {
      if (piece.is_first) lines.emplace(path.string(), told);
      lines->take(piece.bytes);
    }
    if (!raw) page.view().flush();
    out.flush();
  } while (wait());
  if (!raw) page.end({});
}

}  // namespace stunt::recorder
