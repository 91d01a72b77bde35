// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emulator/breakdown.h"
#include "emulator/labels.h"
#include "emulator/version.h"

namespace stunt::emulator {

constexpr std::string_view kCurrent = "AWSCURRENT";
constexpr std::string_view kPrevious = "AWSPREVIOUS";
constexpr std::string_view kPending = "AWSPENDING";

/// The versions of one secret in the order of their making, and who holds which staging label. A
/// label is on at most one version. AWSCURRENT is on one of them unless the first is still waiting
/// for its value or its write broke down, and once it is, it stays on some version.
///
/// A change may break down at a commit point: add() and fill() when the version is stored and has
/// got no labels yet; those, attach() and move() when AWSCURRENT has moved and AWSPREVIOUS has not.
class Versions {
 public:
  using Stages = std::vector<std::string>;

  Versions() = default;
  Versions(const Versions& other);
  Versions(Versions&&) = default;
  Versions& operator=(const Versions& other) { return *this = Versions(other); }
  Versions& operator=(Versions&&) = default;

  /// Adds a version as a write does, with these labels; they leave whoever had them. If no version
  /// has AWSCURRENT, this one gets it in any case, unless it waits for its value. The version that
  /// loses AWSCURRENT gets AWSPREVIOUS, and loses AWSPENDING if it had that (recorded on AWS); its
  /// other labels stay.
  Version& add(Version version, const Stages& stages, Breakdown& breakdown);
  Version& add(Version version, const Stages& stages) {
    Breakdown never;
    return add(std::move(version), stages, never);
  }

  /// Adds a version that a rotation has begun, with AWSPENDING. It does not get AWSCURRENT, even if
  /// it is the first.
  Version& add_pending(Version version);

  /// Puts a version back that was here in an earlier life, behind the others, with exactly these
  /// labels.
  Version& restore(Version version, const Stages& stages);

  /// Gives labels to a version that is here, by the same rules.
  void attach(Version& version, const Stages& stages, Breakdown& breakdown);
  void attach(Version& version, const Stages& stages) {
    Breakdown never;
    attach(version, stages, never);
  }

  /// Gives its value to a version that waits for one, and labels by the same rules.
  void fill(Version& version, SecretValue value, const Stages& stages, Breakdown& breakdown);

  /// Moves one label, as UpdateSecretVersionStage does. Unlike a write it leaves AWSPENDING on the
  /// version that loses AWSCURRENT.
  void move(std::string_view stage, Version& to, Breakdown& breakdown);
  void move(std::string_view stage, Version& to) {
    Breakdown never;
    move(stage, to, never);
  }

  /// Takes a label off whoever has it. Not for AWSCURRENT, which can only move.
  void detach(std::string_view stage);

  /// Forgets a version and takes its labels from it.
  void forget(const Version& version);

  /// Encrypts the versions with AWSCURRENT, AWSPREVIOUS and AWSPENDING with this key too. Their
  /// last key stays good for them.
  void encrypt_with(const std::string& kms_key_id);

  Version* find(std::string_view id);

  /// The version that has this label, or nullptr.
  Version* holder(std::string_view stage);

  /// The labels of a version, sorted. Empty for one that is deprecated.
  Stages stages_of(const Version& version) const;

  /// True if these labels can be given out without exceeding kLabelsPerSecret. Those that some
  /// version has already need no room.
  bool have_room_for(const Stages& stages) const;

  /// Forgets the oldest of the unlabelled versions beyond kUnlabelledVersions, but none that is
  /// younger than kYoungVersion. Says whether there were any.
  bool prune(world::Instant now);

  std::size_t size() const { return versions_.size(); }
  auto begin() { return versions_.begin(); }
  auto end() { return versions_.end(); }
  auto begin() const { return versions_.begin(); }
  auto end() const { return versions_.end(); }

 private:
  Version* make_current(Version& version, Breakdown& breakdown);
  bool is_labelled(const Version& version) const;
  std::size_t count_unlabelled() const;

  std::uint64_t made_ = 0;
  std::list<Version> versions_;  // pointers to its items stay valid
  Labels holders_;
};

}  // namespace stunt::emulator
