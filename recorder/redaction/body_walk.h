// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "aws/json.h"
#include "aws/service_model.h"

namespace stunt::recorder {

/// What becomes of the parts of a body.
class BodyVisitor {
 public:
  virtual ~BodyVisitor() = default;

  /// Whether a member is sensitive though the model does not say so.
  virtual bool is_secret(const std::string& name) const = 0;

  /// A value that is sensitive; never null. `binary`: it is base64 text.
  virtual aws::Json sensitive(const aws::Json& value, bool binary) = 0;

  /// A value of a member that the model does not know, or knows as something else than what came;
  /// never null. It can be anything.
  virtual aws::Json unknown(const std::string& name, const aws::Json& value) = 0;

  /// A string that the model knows as harmless, but in which a secret may be quoted.
  virtual aws::Json text(const std::string& value) = 0;

  /// The same where it names a secret: its id, name or ARN.
  virtual aws::Json identifier(const std::string& value) = 0;

  /// The name of a member that the model does not know.
  virtual std::string unknown_name(const std::string& name) = 0;
};

/// The members of a body as the model has them.
struct BodyModel {
  std::span<const aws::MemberModel> members{};
  std::string_view resource{};  ///< the member that says which secret
};

/// Walks over a body, which is an object, and puts together what the visitor makes of its parts.
aws::Json walk_body(const aws::Json& body, const BodyModel& model, BodyVisitor& visitor);

}  // namespace stunt::recorder
