// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// What an operation lists secrets by, beside the members Filters, NextToken and MaxResults that
/// every such operation has.
struct SecretOrder {
  std::string_view by = "created-date";  ///< a SortBy
  bool descending = false;
  bool with_deleted = false;   ///< also what is scheduled for deletion
  std::size_t page_size = 20;  ///< if the call has no MaxResults
};

struct SecretPage {
  /// As many as fit, or fewer where the filters find too few of Settings::search secrets.
  std::vector<const Secret*> secrets;
  std::optional<std::string> next_token;  ///< nothing on the last page
};

/// The page of secrets that the call asks for: those behind its NextToken that its Filters find.
tl::expected<SecretPage, aws::Error> secret_page(const Context& context, const SecretOrder& order);

}  // namespace stunt::emulator
