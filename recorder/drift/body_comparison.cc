// SPDX-License-Identifier: MIT
#include "recorder/drift/body_comparison.h"

#include <algorithm>
#include <cmath>

#include "recorder/drift/pair_items.h"
#include "world/calendar.h"

namespace stunt::recorder {
namespace {

using aws::Json;

/// Which of JSON's types, integers and others being one.
int type_of(const Json& value) {
  return static_cast<int>(value.is_number() ? Json::value_t::number_float : value.type());
}

std::string type_name(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string()) return "a string";
  return value.is_number() ? "a number" : "a boolean";
}

std::string below(const std::string& pointer, const std::string& name) {
  return (Json::json_pointer(pointer) / name).to_string();
}

/// What the service can mean by seconds; beyond it are no dates.
bool is_epoch(const Json& value) {
  constexpr double kLatest = 253402300799;  // the end of the year 9999
  return value.is_number() && std::abs(value.get<double>()) <= kLatest;
}

world::Instant instant_of(const Json& seconds) {
  return world::Instant(
      std::chrono::round<world::Duration>(std::chrono::duration<double>(seconds.get<double>())));
}

bool is_date(const aws::ValueModel* model) { return model && model->kind == aws::Kind::timestamp; }

}  // namespace

void BodyComparison::structure(const std::string& pointer, const Json& recorded, const Json& live,
                               std::span<const aws::MemberModel> models,
                               std::vector<Difference>& found) {
  found_ = &found;
  members(pointer, recorded, live, models);
}

void BodyComparison::members(const std::string& pointer, const Json& recorded, const Json& live,
                             std::span<const aws::MemberModel> models) {
  for (const auto& [name, its_value] : recorded.items()) {
    if (its_value.is_null()) continue;
    const auto place = below(pointer, name);
    if (ignored_.takes(place)) continue;
    const auto* model = aws::find_member(models, name);
    if (const auto* other = aws::member(live, name)) {
      value(place, name, its_value, *other, model ? model->value : nullptr);
    } else {
      report(Severity::schema, place, &its_value, nullptr);
    }
  }
  for (const auto& [name, its_value] : live.items()) {
    if (its_value.is_null() || aws::member(recorded, name)) continue;
    const auto place = below(pointer, name);
    if (!ignored_.takes(place)) report(Severity::schema, place, nullptr, &its_value);
  }
}

void BodyComparison::value(const std::string& pointer, const std::string& member,
                           const Json& recorded, const Json& live, const Model* model) {
  if (type_of(recorded) != type_of(live)) {
    found_->push_back({Severity::schema, pointer, type_name(recorded), type_name(live)});
  } else if (recorded.is_array()) {
    list(pointer, member, recorded, live, model ? model->element : nullptr);
  } else if (recorded.is_object()) {
    if (model && model->kind == aws::Kind::map) {
      map(pointer, member, recorded, live, model->element);
    } else {
      members(pointer, recorded, live,
              model ? model->members : std::span<const aws::MemberModel>());
    }
  } else if (recorded.is_string()) {
    const auto& text = recorded.get_ref<const std::string&>();
    if (!counterparts_.same(member, text, live.get_ref<const std::string&>())) {
      report(Severity::data, pointer, &recorded, &live);
    }
  } else if (is_date(model) && is_epoch(recorded) && is_epoch(live)) {
    if (same_date(recorded, live)) return;
    found_->push_back({Severity::data, pointer, world::rfc3339(instant_of(recorded)),
                       world::rfc3339(instant_of(live))});
  } else if (recorded != live) {
    report(Severity::data, pointer, &recorded, &live);
  }
}

void BodyComparison::list(const std::string& pointer, const std::string& member,
                          const Json& recorded, const Json& live, const Model* element) {
  const auto items = pair_items(recorded, live, counterparts_);
  for (const auto& [i, j] : items.pairs) {
    const auto place = below(pointer, std::to_string(i));
    if (!ignored_.takes(place)) value(place, member, recorded[i], live[j], element);
  }
  for (const auto i : items.missing) {
    const auto place = below(pointer, std::to_string(i));
    if (!ignored_.takes(place)) report(Severity::data, place, &recorded[i], nullptr);
  }
  for (const auto j : items.extra) {
    const auto place = below(pointer, std::to_string(j));
    if (!ignored_.takes(place)) report(Severity::data, place, nullptr, &live[j]);
  }
  if (items.reordered) report(Severity::data, pointer, &recorded, &live);
}

void BodyComparison::map(const std::string& pointer, const std::string& member,
                         const Json& recorded, const Json& live, const Model* element) {
  const auto names = pair_names(recorded, live, counterparts_);
  for (const auto& [there, here] : names.pairs) {
    const auto place = below(pointer, there);
    if (ignored_.takes(place)) continue;
    if (there != here && !counterparts_.same("VersionId", there, here)) {
      const Json recorded_name = there, live_name = here;
      report(Severity::data, place, &recorded_name, &live_name);
    }
    value(place, member, recorded[there], live[here], element);
  }
  for (const auto& name : names.missing) {
    const auto place = below(pointer, name);
    if (!ignored_.takes(place)) report(Severity::data, place, &recorded[name], nullptr);
  }
  for (const auto& name : names.extra) {
    const auto place = below(pointer, name);
    if (!ignored_.takes(place)) report(Severity::data, place, nullptr, &live[name]);
  }
}

bool BodyComparison::same_date(const Json& recorded, const Json& live) const {
  if (!dates_.tolerance) return true;
  const auto there = instant_of(recorded) - dates_.recorded;
  const auto here = instant_of(live) - dates_.live;
  return std::chrono::abs(there - here) <= *dates_.tolerance;
}

void BodyComparison::report(Severity severity, const std::string& pointer, const Json* recorded,
                            const Json* live) {
  found_->push_back({severity, pointer,
                     recorded ? counterparts_.shown_recorded(*recorded) : std::string(kAbsent),
                     live ? counterparts_.shown_live(*live) : std::string(kAbsent)});
}

}  // namespace stunt::recorder
