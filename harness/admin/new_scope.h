// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "aws/sigv4/key.h"
#include "harness/admin/route.h"
#include "scenarios/scenario.h"

namespace stunt::harness::admin {

/// A world that somebody asks for.
struct NewScope {
  scenarios::Script script;
  std::vector<aws::Key> keys;     ///< that its clients sign with
  std::string secret_access_key;  ///< of all of them: to be told once
};

/// Worlds that a server has at once; each has a thread.
constexpr std::size_t kMostScopes = 1000;

/// Reads {"name", "seed", "clock", "accessKeyIds"}, all of which may be missing. A name and a key
/// id that are not given are drawn. Throws Problem.
NewScope read_new_scope(const Ask& ask);

}  // namespace stunt::harness::admin
