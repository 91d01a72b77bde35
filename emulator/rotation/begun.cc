// SPDX-License-Identifier: MIT
#include "emulator/rotation/begun.h"

#include "emulator/shelf.h"

namespace stunt::emulator {
namespace {

void restore_labels(Versions& versions, const BegunRotation& begun) {
  Version* version = versions.find(begun.order.token);
  if (version && versions.holder(kCurrent) != version) versions.forget(*version);
  Version* pending = versions.find(begun.pending);
  if (pending && !versions.holder(kPending)) versions.attach(*pending, {std::string(kPending)});
}

}  // namespace

void take_back(Secret& secret, const BegunRotation& begun) {
  if (!secret.rotation || !secret.rotation->running ||
      secret.rotation->running->rotation_token != begun.order.rotation_token) {
    return;
  }
  restore_labels(secret.versions, begun);
  Rotation before = begun.rotation.value_or(Rotation());
  before.planned = secret.rotation->planned;
  *secret.rotation = std::move(before);
  secret.shelf->plan_rotation(secret);
  if (!begun.rotation) secret.rotation.reset();
  if (secret.changed == begun.at) secret.shelf->changed(secret, begun.changed);
}

}  // namespace stunt::emulator
