// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "aws/json.h"
#include "emulator/place.h"
#include "emulator/secret.h"

namespace stunt::state {

/// What a version's value is in JSON: null leaves it out.
using ValueForm = std::function<aws::Json(const emulator::SecretValue& value)>;

/// A secret with all it has, as JSON:
///
///     {"name": …, "arn": …, …, "versions": [{"id": …, "stages": ["AWSCURRENT"], "value": …}]}
aws::Json document_of(const emulator::Secret& secret, const ValueForm& form);

/// Without any value.
aws::Json document_of(const emulator::Secret& secret);

/// Finds the value of a version; nothing if it has none.
using ValueOf = std::function<std::optional<emulator::SecretValue>(const aws::Json& version)>;

/// The secret that document_of() was told, in this place, under no number. The ARN is that of the
/// place. Throws std::exception if it is no such document.
emulator::Secret read_document(const aws::Json& document, const emulator::Place& place,
                               const ValueOf& value_of);

/// {"text": …} or {"binary": base64}.
aws::Json revealed(const emulator::SecretValue& value);

/// What revealed() was told; nothing for null. Throws std::exception for anything else.
std::optional<emulator::SecretValue> read_revealed(const aws::Json& version);

}  // namespace stunt::state
