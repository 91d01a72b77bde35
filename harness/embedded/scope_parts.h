// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "harness/embedded/local_calls.h"
#include "harness/stage.h"
#include "stunt/scope.h"

namespace stunt {

/// A world of a stage, as its program sees it.
struct Scope::Parts {
  enum class Ends { with_its_parts, with_its_stage };

  /// `ends`: when the world goes.
  Parts(harness::Stage& stage_, embedded::LocalCalls& local_, harness::Scopes::Held world_,
        Ends ends_);
  ~Parts();

  /// When this returns, the journal knows how each call has ended whose client has left or has its
  /// answer.
  void settle() const;

  harness::Stage& stage;
  embedded::LocalCalls& local;
  const harness::Scopes::Held world;
  const Ends ends;
  const bool is_declared;  ///< it is not that of everybody
  const std::string endpoint, access_key_id, secret_access_key;
  std::atomic<std::uint64_t> rules{0};   ///< that had no name
  std::atomic<std::uint64_t> tokens{0};  ///< calls that may have needed one
};

namespace embedded {

/// Declares a world. Throws what Stage::declare() throws.
harness::Scopes::Held declare(harness::Stage& stage, const ScopeOptions& options,
                              std::uint64_t number);

/// Whom the clients of a world of this name call as: the same in each run, because chance depends
/// on it.
std::string access_key_of(const std::string& scope);

}  // namespace embedded
}  // namespace stunt
