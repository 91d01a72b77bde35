// SPDX-License-Identifier: MIT
#include "harness/waiting_file.h"

#include <stdexcept>
#include <system_error>
#include <utility>

namespace stunt::harness {

namespace fs = std::filesystem;

WaitingFile::WaitingFile(fs::path place, bool copy)
    : place_(std::move(place)), part_(place_.string() + ".part") {
  if (!copy) return;
  std::error_code error;
  fs::copy_file(place_, part_, fs::copy_options::overwrite_existing, error);
  if (!error) return;
  std::error_code unknown;
  fs::remove(part_, unknown);
  throw std::runtime_error("cannot copy " + place_.string() + " to " + part_.string() + ": " +
                           error.message());
}

WaitingFile::~WaitingFile() {
  std::error_code unknown;
  fs::remove(part_, unknown);
}

void WaitingFile::keep() {
  std::error_code error;
  fs::rename(part_, place_, error);
  if (error) {
    throw std::runtime_error("cannot move " + part_.string() + " to " + place_.string() + ": " +
                             error.message());
  }
}

}  // namespace stunt::harness
