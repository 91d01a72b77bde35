// SPDX-License-Identifier: MIT
#include "emulator/operations/update_secret_version_stage.h"

#include "emulator/errors.h"
#include "emulator/operations/named_secret.h"
#include "emulator/operations/output.h"

namespace stunt::emulator {
namespace {

/// Who has the label and who is to have it; nullptr for nobody.
struct Move {
  Version* from;
  Version* to;
};

/// The version with the id that a member of the call says; nullptr if it says none.
tl::expected<Version*, aws::Error> named_version(const Context& context, Versions& versions,
                                                 std::string_view member) {
  const auto id = context.parameters.text(member);
  if (!id) return nullptr;
  Version* version = versions.find(*id);
  if (!version) return tl::unexpected(errors::no_such_version_to_move(*id));
  return version;
}

tl::expected<Move, aws::Error> read_move(const Context& context, Versions& versions,
                                         std::string_view stage) {
  const auto to = named_version(context, versions, "MoveToVersionId");
  if (!to) return tl::unexpected(to.error());
  const auto from = named_version(context, versions, "RemoveFromVersionId");
  if (!from) return tl::unexpected(from.error());

  Version* holder = versions.holder(stage);
  if (*from && *from != holder) return tl::unexpected(errors::stage_not_held(stage));
  if (!*from && holder && *to != holder) {
    return tl::unexpected(errors::stage_held_by(stage, holder->id));
  }
  if (!*to && stage == kCurrent) return tl::unexpected(errors::current_must_stay());
  if (*to && !versions.have_room_for({std::string(stage)})) {
    return tl::unexpected(errors::too_many_labels());
  }
  return Move{holder, *to};
}

}  // namespace

Result update_secret_version_stage(const Context& context) {
  const auto& asked = context.parameters;
  if (!asked.has("MoveToVersionId") && !asked.has("RemoveFromVersionId")) {
    return tl::unexpected(errors::no_version_to_move());
  }
  const auto found = writable_secret(context);
  if (!found) return tl::unexpected(found.error());
  Secret& secret = **found;
  const auto stage = *asked.text("VersionStage");
  const auto move = read_move(context, secret.versions, stage);
  if (!move) return tl::unexpected(move.error());
  if (move->from == move->to) return Answer{identity(secret)};

  if (move->to) {
    secret.versions.move(stage, *move->to, context.breakdown);
  } else {
    secret.versions.detach(stage);
  }
  secret.shelf->changed(secret, context.now);
  if (context.breakdown.happened()) return tl::unexpected(errors::broken_down());
  return Answer{identity(secret), true};
}

}  // namespace stunt::emulator
