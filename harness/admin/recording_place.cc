// SPDX-License-Identifier: MIT
#include "harness/admin/recording_place.h"

#include <algorithm>
#include <system_error>

#include "harness/admin/body.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& directory, const fs::path& path) {
  const auto [end, rest] =
      std::mismatch(directory.begin(), directory.end(), path.begin(), path.end());
  return end == directory.end();
}

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw Problem(400, "path " + input::quote(path) + " " + why, {{"/path", why}});
}

}  // namespace

fs::path recording_place(const Settings& settings, const std::string& path) {
  if (!settings.recordings) {
    throw Problem(409, "nobody said where recordings may be written; start with --recordings DIR");
  }
  const fs::path wanted(path);
  if (path.empty() || path.find('\0') != std::string::npos || !wanted.has_filename()) {
    refuse(path, "names no file");
  }
  if (wanted.is_absolute() || std::find(wanted.begin(), wanted.end(), "..") != wanted.end()) {
    refuse(path, "must be relative and have no '..': it is below the directory of --recordings");
  }
  std::error_code error;
  const auto directory = fs::canonical(*settings.recordings, error);
  if (error) throw Problem(409, "the directory of --recordings cannot be used: " + error.message());
  const auto parent = fs::canonical((directory / wanted).parent_path(), error);
  if (error || !is_below(directory, parent)) {
    refuse(path, "is in no directory that is there, below that of --recordings");
  }
  auto place = parent / wanted.filename();
  if (fs::exists(fs::symlink_status(place, error))) {
    throw Problem(409, "path " + input::quote(path) + " is there already; name another file");
  }
  return place;
}

std::optional<std::string> read_path(const Ask& ask) {
  static constexpr std::string_view kNames[] = {"path"};
  if (ask.request.body.empty()) return std::nullopt;
  Body body(ask);
  std::optional<std::string> path;
  if (const auto object = body.root().object({kNames})) {
    if (const auto value = object->find("path")) {
      if (const auto text = value->text()) path = std::string(*text);
    }
  }
  body.check();
  return path;
}

}  // namespace stunt::harness::admin
