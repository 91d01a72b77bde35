// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <ostream>

#include "recorder/transcript/reader.h"

namespace stunt::recorder {

/// Ways to look at a transcript.
enum class Look { table, attempts, waterfall, detail };

struct ShowOptions {
  Look look = Look::table;
  /// Only exchanges of which this is true; empty: all.
  std::function<bool(const ExchangeLine&)> wanted{};
  bool color = false;
  std::size_t width = 100;  ///< of the terminal, where a view fits itself to it
  bool unicode = true;      ///< false: nothing but ASCII is drawn
};

/// Prints a transcript of any length for people, in bounded memory: exchanges in the order of
/// arrival, what they come to, and what is odd about the file. Nothing that a client sent can
/// control the terminal. Throws as stream_transcript() does.
void show(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options);

/// The same for one that was read.
void show(const Transcript& transcript, std::ostream& out, const ShowOptions& options);

/// The exchange with that number, in full. False if there is none.
bool show_one(const std::filesystem::path& path, std::uint64_t seq, std::ostream& out,
              const ShowOptions& options);

/// Prints the lines themselves, as they stand in the file: the header and the exchanges that are
/// wanted; if all are, every line. What comes out is a transcript again.
void print_lines(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options);

/// Shows a file while it is written, in the order of the file: as a table, or its lines if
/// `lines`. Where all is shown that there is, `wait` is called; it returns false to end.
void follow(const std::filesystem::path& path, std::ostream& out, const ShowOptions& options,
            bool lines, const std::function<bool()>& wait);

}  // namespace stunt::recorder
