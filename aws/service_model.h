// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "aws/terms.h"

namespace stunt::aws {

/// What an AWS JSON service's API looks like, as data: who needs to know an operation's name, its
/// members, which of them are sensitive, or which errors it can return, asks this and never the
/// service itself. A second service is a second table. All views point into static storage.

enum class Kind { string, integer, boolean, timestamp, blob, list, map, structure };

struct MemberModel;

/// The type of a value and the constraints on it. Lengths count characters for strings, decoded
/// bytes for blobs, items for lists.
struct ValueModel {
  Kind kind = Kind::string;
  std::optional<std::int64_t> min{};
  std::optional<std::int64_t> max{};
  std::string_view pattern{};
  std::span<const std::string_view> choices{};
  bool sensitive = false;                  ///< must never be shown
  std::span<const MemberModel> members{};  ///< of a structure, in the model's order
  const ValueModel* element = nullptr;     ///< of a list, or the values of a map
};

struct MemberModel {
  std::string_view name;
  const ValueModel* value;
  bool required = false;
};

const MemberModel* find_member(std::span<const MemberModel> members, std::string_view name);

struct OperationModel {
  std::string_view name;
  std::span<const MemberModel> input;
  std::span<const MemberModel> output;
  std::span<const std::string_view> errors;  ///< codes of modelled errors that it declares
  std::string_view resource{};            ///< the input member that says which secret: "SecretId"
  std::string_view token{};               ///< the idempotency token's input member
  bool writes = true;                     ///< false: never changes state
  std::span<const CommitPoint> points{};  ///< where it can break down, in the order of its way
};

/// An error that a client may see, with the status that goes with it.
struct ErrorModel {
  std::string_view code;
  int status = 400;
  std::string_view message{};  ///< a usual text; empty if it depends on the case
  bool modelled = true;        ///< its text is in `Message`; the framework's errors say `message`
};

struct ServiceModel {
  std::string_view signing_name;   ///< "secretsmanager", as in the credential scope
  std::string_view target_prefix;  ///< "secretsmanager", as in X-Amz-Target before the dot
  std::string_view title;          ///< "AWS Secrets Manager", for messages
  std::span<const OperationModel> operations;
  std::span<const ErrorModel> errors;

  const OperationModel* operation(std::string_view name) const;
  const ErrorModel* error(std::string_view code) const;
};

/// Errors that every AWS JSON service can answer with, whatever the operation.
std::span<const ErrorModel> common_errors();
const ErrorModel* common_error(std::string_view code);

}  // namespace stunt::aws
