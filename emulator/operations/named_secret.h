// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// The secret that the call names, whatever its state; ResourceNotFoundException if there is none,
/// AccessDeniedException if it is not for the caller (operations/access.h). Never null.
tl::expected<Secret*, aws::Error> named_secret(const Context& context);

/// The same, for operations that refuse a secret which was marked for deletion.
tl::expected<Secret*, aws::Error> active_secret(const Context& context);

/// The same for one of several secrets that a call names, which needs leave for `operation`.
tl::expected<Secret*, aws::Error> active_secret(const Context& context, std::string_view secret_id,
                                                std::string_view operation);

/// The same as named_secret, for operations that a replica refuses: those that change the secret.
tl::expected<Secret*, aws::Error> changeable_secret(const Context& context);

/// Both: active and changeable; one that belongs to a service is refused too.
tl::expected<Secret*, aws::Error> writable_secret(const Context& context);

}  // namespace stunt::emulator
