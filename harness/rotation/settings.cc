// SPDX-License-Identifier: MIT
#include "harness/rotation/settings.h"

#include <stdexcept>

namespace stunt::harness {

RotationSettings::Mode rotation_mode(std::string_view name) {
  using Mode = RotationSettings::Mode;
  if (name == "builtin") return Mode::builtin;
  if (name == "lambda") return Mode::lambda;
  if (name == "none") return Mode::none;
  throw std::invalid_argument("'" + std::string(name) + "' is not one of builtin, lambda, none");
}

std::string description_of(const RotationSettings& settings) {
  switch (settings.chosen()) {
    case RotationSettings::Mode::builtin:
      return "rotation is done by stunt itself, to random passwords; no function is called";
    case RotationSettings::Mode::lambda:
      return "rotation functions are called" +
             (settings.lambda_endpoint.empty() ? std::string() : " at " + settings.lambda_endpoint);
    case RotationSettings::Mode::none:
      break;
  }
  return "no rotation function can be called";
}

}  // namespace stunt::harness
