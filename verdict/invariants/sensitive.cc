// SPDX-License-Identifier: MIT
#include "verdict/invariants/sensitive.h"

namespace stunt::verdict {
namespace {

using Found = std::function<void(std::string_view, const std::string&)>;

void walk(std::string_view name, const aws::ValueModel& model, const aws::Json& value,
          const Found& found) {
  if (model.sensitive && value.is_string()) found(name, value.get_ref<const std::string&>());
  if (!model.members.empty()) each_sensitive(model.members, value, found);
  if (!model.element || !value.is_structured()) return;
  for (const auto& item : value) walk(name, *model.element, item, found);
}

}  // namespace

void each_sensitive(std::span<const aws::MemberModel> members, const aws::Json& body,
                    const Found& found) {
  for (const auto& member : members) {
    if (const auto* value = aws::member(body, member.name)) {
      walk(member.name, *member.value, *value, found);
    }
  }
}

}  // namespace stunt::verdict
