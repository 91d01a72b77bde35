// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stunt::emulator {

/// The words that AWS's search finds in a text, in lower case (all recorded on AWS):
///
///     prod/AppBeta       prod, app, beta     one kind of separator, and a change of case
///     uat/COMPANYthings  uat, compan, ythings
///     prod/app-beta      prod/app-beta       two kinds of separators: not taken apart
///
/// Separators are / - _ + = . @ and the blank.
std::vector<std::string> search_words(std::string_view text);

}  // namespace stunt::emulator
