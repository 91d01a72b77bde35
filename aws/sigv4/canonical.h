// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aws/sigv4/secret_access_key.h"
#include "http/message.h"

namespace stunt::aws {

/// "host;x-amz-date" as names in lower case, sorted.
std::vector<std::string> header_names(std::string_view signed_headers);

/// "host;x-amz-date" again.
std::string joined_names(const std::vector<std::string>& names);

/// The text that stands for a request when it is signed: method, path without dots and double
/// slashes, sorted query, the named headers (a missing one is empty), the body's hash. All services
/// but S3 have it like this. The names are in lower case and sorted.
std::string canonical_request(const http::Request& request, const std::vector<std::string>& names);

/// What is signed in the end.
std::string string_to_sign(const http::Request& request, const std::vector<std::string>& names,
                           const Scope& scope, std::string_view timestamp);

}  // namespace stunt::aws
