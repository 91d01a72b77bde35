// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/admin/call_list.h"
#include "recorder/transcript/header.h"

namespace stunt::harness::admin {

/// Calls as a transcript: header, lines, and for a file that is whole the footer.
std::string as_transcript(const recorder::Header& header, const CallList& list, bool with_footer);

/// The same as HAR 1.2.
std::string as_har(const recorder::Header& header, const CallList& list);

}  // namespace stunt::harness::admin
