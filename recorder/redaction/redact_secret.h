// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "recorder/redaction/pseudonyms.h"
#include "recorder/redaction/reflections.h"

namespace stunt::recorder {

/// What remains of a JSON text whose leaves become pseudonyms.
enum class JsonForm {
  equal,  ///< an equal value, when the leaves are put back
  exact,  ///< the same bytes; a text of which that cannot be is one pseudonym
};

/// What a transcript has in the place of a secret value, which is any JSON but null. Text that is
/// itself JSON (the usual secret: {"username":…,"password":…}) keeps its form, and each leaf is a
/// pseudonym; any other value is one pseudonym. `binary`: the value is base64 text.
aws::Json redact_secret(const aws::Json& value, bool binary, Pseudonyms& pseudonyms,
                        JsonForm form = JsonForm::equal);

/// Remembers the value, and everything inside it, to find it where it is quoted. As `part`; leaves
/// that only say where to connect as Part::leaf.
void learn_secret(const aws::Json& value, bool binary, Reflections::Part part,
                  Reflections& reflections);

}  // namespace stunt::recorder
