// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// The secret that an id names, if the caller may do `action` ("GetSecretValue") with it. Another
/// account's is reached by its ARN only, and only if its policy lets the caller: otherwise the
/// error is AccessDeniedException, which does not tell whether the secret is there. The owner needs
/// no policy, but a denial counts for it too, unless `action` is about the policy itself: nobody
/// locks himself out for good. nullptr if the caller has no such secret.
///
/// For operations that only read it is the secret as the call's terms let the caller see it,
/// perhaps a copy of the past.
tl::expected<Secret*, aws::Error> accessible_secret(const Context& context,
                                                    std::string_view secret_id,
                                                    std::string_view action);

/// What the caller hears instead of a value, or when it puts one, because the secret belongs to
/// another account and is under the default key, which is for its own account only.
std::optional<aws::Error> key_refuses(const Context& context, const Secret& secret);

}  // namespace stunt::emulator
