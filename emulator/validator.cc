// SPDX-License-Identifier: MIT
#include "emulator/validator.h"

#include "emulator/constraints.h"
#include "emulator/errors.h"
#include "emulator/types.h"

namespace stunt::emulator {
namespace {

aws::Error validation_error(const std::vector<std::string>& found) {
  auto text = std::to_string(found.size()) + " validation error" + (found.size() > 1 ? "s" : "") +
              " detected: ";
  for (const auto& violation : found) {
    if (&violation != &found.front()) text += "; ";
    text += violation;
  }
  return errors::validation(text);
}

}  // namespace

tl::expected<Parameters, aws::Error> Validator::read(const aws::Call& call) const {
  using Body = aws::Call::Body;
  if (call.kind == Body::not_json || call.kind == Body::other_json) {
    return tl::unexpected(errors::serialization());
  }
  auto blobs = read_types(call.body, call.model->input);
  if (!blobs) return tl::unexpected(std::move(blobs.error()));
  return Parameters(call.body, std::move(*blobs));
}

std::optional<aws::Error> Validator::check(const aws::Call& call,
                                           const Parameters& parameters) const {
  const auto found = violations(call.body, parameters.blobs_, call.model->input, patterns_);
  if (found.empty()) return std::nullopt;
  return validation_error(found);
}

}  // namespace stunt::emulator
