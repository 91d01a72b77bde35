// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "../emulator/service.h"
#include "state/keeper.h"

namespace stunt::test {

/// One life of an emulator whose secrets are kept in a folder.
class KeptService {
  state::StateFile file_;

 public:
  explicit KeptService(const std::filesystem::path& folder, world::Duration late = {})
      : file_(folder, state::Sync::normal, state::StateFile::Absent::make), keeper(file_) {
    service.clock.advance(late);
    auto& vault = service.emulator().vault();
    restored = keeper.restore(vault.open().shelves, service.clock.now());
    vault.keep_in(keeper);
  }

  state::StateFile& file() { return file_; }

  std::size_t restored = 0;
  state::Keeper keeper;
  Service service;
};

}  // namespace stunt::test
