// SPDX-License-Identifier: MIT
#include "harness/auth.h"

#include <iterator>
#include <memory>
#include <stdexcept>

#include "aws/sigv4/authenticator.h"
#include "emulator/model/secrets_manager.h"
#include "harness/config_auth.h"
#include "world/entropy.h"

namespace stunt::harness {
namespace {

constexpr std::size_t kOwnSecretBytes = 32;

}  // namespace

Settings with_keys(Settings settings) {
  auto& auth = settings.auth;
  if (!auth.keys_file) return settings;
  auto more = read_keys(*auth.keys_file);
  auth.keys.insert(auth.keys.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
  auth.keys_file.reset();
  return settings;
}

aws::SecretAccessKey make_own_secret() {
  return aws::SecretAccessKey(world::entropy(kOwnSecretBytes));
}

emulator::Authenticate make_authenticate(const Auth& auth, const aws::SecretAccessKey& own,
                                         const world::Clock& clock) {
  if (!auth.verify) return {};
  if (auth.keys.empty()) {
    throw std::invalid_argument(
        "--auth verify needs keys to verify with: --auth-keys FILE, or auth: { keys: […] } in the "
        "file of --config");
  }
  const aws::Trust trust{std::string(emulator::secrets_manager().signing_name), auth.regions,
                         auth.keys, own};
  auto authenticator = std::make_shared<aws::Authenticator>(trust, clock);
  return [authenticator](const aws::Call& call) {
    return authenticator->refuse(*call.request, call.terms.clock_off);
  };
}

}  // namespace stunt::harness
