// SPDX-License-Identifier: MIT
#include "recorder/merge/merge.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <tuple>

#include "recorder/merge/source.h"
#include "recorder/redaction/pseudonym.h"
#include "recorder/transcript/digest.h"
#include "recorder/transcript/write_line.h"

namespace stunt::recorder {
namespace {

using Paths = std::vector<std::filesystem::path>;

/// Files that were one recording, and by how much the numbers of their pseudonyms are moved.
struct Recording {
  std::string header_line;
  std::set<std::string> scopes;
  std::vector<std::uint64_t> seqs;
  std::uint64_t highest_pseudonym;
  std::uint64_t moved = 0;
};

bool have_one_in_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) return true;
    *left < *right ? ++left : ++right;
  }
  return false;
}

/// Which recording each file belongs to.
class Recordings {
 public:
  void add(const SourceFacts& facts) {
    const auto part = std::find_if(all_.begin(), all_.end(), [&](const Recording& recording) {
      return recording.header_line == facts.header_line && recording.scopes == facts.scopes &&
             !have_one_in_common(recording.seqs, facts.seqs);
    });
    of_file_.push_back(static_cast<std::size_t>(part - all_.begin()));
    if (part == all_.end()) {
      all_.push_back({facts.header_line, facts.scopes, facts.seqs, facts.highest_pseudonym});
      return;
    }
    auto& seqs = part->seqs;
    const auto before = static_cast<std::ptrdiff_t>(seqs.size());
    seqs.insert(seqs.end(), facts.seqs.begin(), facts.seqs.end());
    std::inplace_merge(seqs.begin(), seqs.begin() + before, seqs.end());
    part->highest_pseudonym = std::max(part->highest_pseudonym, facts.highest_pseudonym);
  }

  /// By how much the numbers of each file are moved.
  std::vector<std::uint64_t> moves() {
    std::uint64_t highest = 0;
    for (auto& recording : all_) {
      recording.moved = highest;
      highest += recording.highest_pseudonym;
    }
    std::vector<std::uint64_t> moves;
    for (const auto index : of_file_) moves.push_back(all_[index].moved);
    return moves;
  }

 private:
  std::vector<Recording> all_;
  std::vector<std::size_t> of_file_;
};

void refuse(const std::filesystem::path& a, const std::filesystem::path& b,
            const std::string& what) {
  throw std::invalid_argument(a.string() + " and " + b.string() + " do not go together: " + what);
}

std::string clock_word(const Header& header) {
  return header.deterministic   ? "deterministic"
         : header.virtual_clock ? "virtual"
                                : "the machine's";
}

void refuse_unlike(const Paths& paths, const std::vector<Header>& headers) {
  const auto& first = headers.front();
  for (std::size_t i = 1; i < paths.size(); ++i) {
    const auto& other = headers[i];
    if (first.service != other.service) {
      refuse(paths.front(), paths[i],
             "one is of " + first.service + ", the other of " + other.service);
    }
    if (clock_word(first) != clock_word(other)) {
      refuse(paths.front(), paths[i],
             "the clock of one is " + clock_word(first) + ", of the other " + clock_word(other));
    }
  }
}

void refuse_twice(const Paths& paths) {
  for (auto a = paths.begin(); a != paths.end(); ++a) {
    for (auto b = paths.begin(); b != a; ++b) {
      std::error_code unknown;
      if (*a == *b || std::filesystem::equivalent(*a, *b, unknown)) {
        throw std::invalid_argument(a->string() + " is given twice");
      }
    }
  }
}

Header common_header(const Paths& paths, const std::vector<Header>& headers,
                     std::vector<std::string>& notes) {
  auto common = headers.front();
  std::vector<std::string> engines = {common.engine};
  for (std::size_t i = 1; i < headers.size(); ++i) {
    const auto& header = headers[i];
    common.created = std::min(common.created, header.created);
    common.clock_start = std::min(common.clock_start, header.clock_start);
    if (std::find(engines.begin(), engines.end(), header.engine) == engines.end()) {
      engines.push_back(header.engine);
      common.engine += ", " + header.engine;
    }
    if (header.seed != common.seed) {
      notes.push_back(paths[i].string() + " has seed " + std::to_string(header.seed) +
                      "; the header tells that of " + paths.front().string() + ", " +
                      std::to_string(common.seed));
    }
  }
  return common;
}

/// One file on its way into the other.
struct Input {
  std::unique_ptr<Source> source;
  world::Duration later;  ///< it began so much after the first one
  std::uint64_t moved;    ///< its pseudonyms

  /// What comes first, comes first.
  auto place() const {
    const auto& line = *source->front();
    return std::tuple(line.t + later, line.at + later);
  }
};

Input* earliest(std::vector<Input>& inputs) {
  Input* earliest = nullptr;
  for (auto& input : inputs) {
    if (input.source->front() && (!earliest || input.place() < earliest->place())) {
      earliest = &input;
    }
  }
  return earliest;
}

void write_all(std::vector<Input>& inputs, const Header& header, std::ostream& out) {
  Digest digest;
  std::uint64_t seq = 0;
  while (auto* input = earliest(inputs)) {
    auto& line = *input->source->front();
    line.seq = ++seq;
    line.t += input->later;
    // Only a machine's clock runs on between one server and the next.
    if (!header.virtual_clock) line.at += input->later;
    digest.add(line);
    out << replace_pseudonyms(to_line(line), [&](Pseudonym pseudonym) {
      pseudonym.number += input->moved;
      return to_string(pseudonym);
    }) << "\n";
    input->source->pop();
  }
  out << to_line(Footer{seq, digest.value()}) << "\n";
}

}  // namespace

std::vector<std::string> merge_transcripts(const Paths& paths, std::ostream& out) {
  refuse_twice(paths);
  std::vector<Header> headers;
  Recordings recordings;
  for (const auto& path : paths) {
    const auto facts = survey(path);
    headers.push_back(facts.header);
    recordings.add(facts);
  }
  refuse_unlike(paths, headers);

  std::vector<std::string> notes;
  const auto header = common_header(paths, headers, notes);
  const auto moves = recordings.moves();
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    inputs.push_back({std::make_unique<Source>(paths[i]),
                      headers[i].clock_start - header.clock_start, moves[i]});
  }
  out << to_line(header) << "\n";
  write_all(inputs, header, out);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (const auto& note : inputs[i].source->end().notes) {
      notes.push_back(paths[i].string() + ": " + note);
    }
  }
  return notes;
}

}  // namespace stunt::recorder
