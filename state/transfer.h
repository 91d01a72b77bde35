// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "emulator/stock.h"
#include "emulator/vault.h"
#include "state/fixtures/load.h"
#include "state/state_file.h"

namespace stunt::state {

enum class Values { omitted, revealed };

/// Writes every secret of a state file as one JSON document, a secret a line:
///
///     {"stuntState": 1, "values": "omitted", "secrets": [
///     {"region": …, "account": …, "name": …, …},
///     …]}
///
/// Omitted values are the text "omitted"; those that a version does not have yet are absent.
void export_state(StateFile& file, std::ostream& out, Values values);

/// The same of secrets that are in memory.
void export_stock(const emulator::Stock& stock, std::ostream& out, Values values);

/// True if the file begins as an export does.
bool is_export(const std::filesystem::path& path);

/// Puts the secrets of an export with revealed values into the vault, and into its store. Throws
/// input::BadInput for anything else.
Loaded import_state(const std::filesystem::path& path, emulator::Vault& vault, world::Instant now);

/// The same of a text; `name` is what problems call it.
Loaded import_text(const std::string& text, const std::string& name, emulator::Vault& vault,
                   world::Instant now);

}  // namespace stunt::state
