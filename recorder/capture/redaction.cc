// SPDX-License-Identifier: MIT
#include "recorder/capture/redaction.h"

#include <utility>

namespace stunt::recorder {

Header with_secrecy(Header header, const Redaction& redaction) {
  if (redaction.reveal) {
    header.secrecy = {.style = Secrecy::Style::none};
  } else if (redaction.seal) {
    // A session that is appended is sealed as its file is.
    auto file = std::exchange(header.secrecy.file, {});
    if (file.empty()) file = redaction.seal->file_id(header);
    header.secrecy = {Secrecy::Style::sealed, redaction.seal->id(), std::move(file)};
  } else {
    header.secrecy = {};
  }
  return header;
}

}  // namespace stunt::recorder
