// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "aws/json.h"
#include "recorder/redaction/pseudonym.h"
#include "recorder/redaction/pseudonyms.h"

namespace stunt::recorder {

/// The value of today for a recorded pseudonym. What it views stays until the filling is done.
using SecretOf = std::function<Secret(const Pseudonym&)>;

/// The JSON with each pseudonym filled in: a value that is one becomes a value of its kind, inside
/// a text it becomes text, inside of JSON text a leaf of it.
aws::Json fill(const aws::Json& value, const SecretOf& secret_of);

/// The JSON with other strings: `other` says what stands for each, names of members excepted.
aws::Json map_strings(const aws::Json& value,
                      const std::function<aws::Json(const std::string&)>& other);

}  // namespace stunt::recorder
