// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include <tl/expected.hpp>

#include "aws/error.h"
#include "aws/json.h"
#include "aws/service_model.h"
#include "emulator/parameters.h"

namespace stunt::emulator {

/// Checks that every member of a request has the JSON type that the model says, and decodes the
/// blobs on the way. Members that the model does not know are ignored, null ones are absent. The
/// error is the SerializationException of the first that fails.
tl::expected<Parameters::Blobs, aws::Error> read_types(const aws::Json& body,
                                                       std::span<const aws::MemberModel> members);

}  // namespace stunt::emulator
