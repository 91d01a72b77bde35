// SPDX-License-Identifier: MIT
#include "recorder/capture/transcript_writer.h"

#include <stdexcept>
#include <utility>

#include "recorder/transcript/write_line.h"

namespace stunt::recorder {
namespace {

std::string told(const Secrecy& secrecy) {
  switch (secrecy.style) {
    case Secrecy::Style::sealed:
      return "sealed with the key " + secrecy.key;
    case Secrecy::Style::none:
      return "in the clear";
    case Secrecy::Style::pseudonym:
      break;
  }
  return "taken out";
}

/// What is gone on with stays what it is: one file has one way with secrets.
Header header_of(const RecorderOptions& options) {
  if (!options.resume) return options.header;
  const auto& there = options.resume->header;
  const auto now = with_secrecy(there, options.redaction).secrecy;
  if (now.style != there.secrecy.style || now.key != there.secrecy.key) {
    throw std::invalid_argument("in " + options.path.string() + " secrets are " +
                                told(there.secrecy) + ", and now they would be " + told(now) +
                                ": record as before, or to another file");
  }
  return there;
}

TranscriptFile open(const RecorderOptions& options) {
  auto file = options.resume ? TranscriptFile::behind(options.path, options.resume->size)
                             : TranscriptFile::make(options.path, options.overwrite);
  if (options.rotate_bytes > 0 && !file.is_regular()) {
    throw std::runtime_error("cannot rotate " + options.path.string() +
                             ": it is no regular file, which could be set aside");
  }
  return file;
}

}  // namespace

TranscriptWriter::TranscriptWriter(const RecorderOptions& options, const aws::ServiceModel& service,
                                   world::Moment started)
    : options_(options),
      file_(open(options)),
      begun_(options.resume.has_value()),
      describer_(
          header_of(options), service, started,
          {options.scope, options.redaction, options.resume ? options.resume->before : Before()}) {
  if (options.known) describer_.redactor().pseudonyms().ask(options.known);
  if (!options.resume) return;
  digest_ = options.resume->digest;
  exchanges_ = before_ = options.resume->exchanges;
  dropped_ = options.resume->dropped;
}

std::string TranscriptWriter::beginning() const {
  return begun_ ? std::string() : to_line(describer_.header()) + "\n";
}

std::string TranscriptWriter::line(const aws::Exchange& exchange) {
  const auto line = describer_.describe(exchange);
  digest_.add(line);
  ++exchanges_;
  return to_line(line) + "\n";
}

std::string TranscriptWriter::end(std::uint64_t dropped) const {
  if (begun_ && exchanges_ == before_ && dropped == 0) return {};
  return to_line(Footer{exchanges_, digest_.value(), dropped_ + dropped}) + "\n";
}

void TranscriptWriter::turn_to(TranscriptFile file) {
  file_ = std::move(file);
  begun_ = false;
  digest_ = {};
  exchanges_ = before_ = dropped_ = 0;
}

}  // namespace stunt::recorder
