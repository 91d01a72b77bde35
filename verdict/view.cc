// SPDX-License-Identifier: MIT
#include "verdict/view.h"

#include <algorithm>
#include <array>
#include <utility>

#include <re2/re2.h>

#include "aws/json_of.h"
#include "scenarios/glob.h"

namespace stunt::verdict {
namespace {

using aws::Json;
using Views = std::vector<std::pair<std::string, std::shared_ptr<const View>>>;

constexpr std::array<std::string_view, 5> kMatchers = {"equals", "glob", "regex", "absent", "not"};
constexpr std::size_t kLongestRegex = 4096;

/// Whatever can be said of a single value.
template <typename Holds>
class Test : public View {
 public:
  explicit Test(Holds holds) : holds_(std::move(holds)) {}

  void compare(const Json* actual, const std::string& pointer,
               std::vector<std::string>& differing) const override {
    if (!holds_(actual)) differing.push_back(pointer);
  }

 private:
  const Holds holds_;
};

template <typename Holds>
std::shared_ptr<const View> test(Holds holds) {
  return std::make_shared<Test<Holds>>(std::move(holds));
}

class Members : public View {
 public:
  explicit Members(Views members) : members_(std::move(members)) {}

  void compare(const Json* actual, const std::string& pointer,
               std::vector<std::string>& differing) const override {
    std::optional<Json> inner;
    if (actual && actual->is_string()) {
      inner = aws::parse_json(actual->get_ref<const std::string&>());
      actual = inner ? &*inner : nullptr;
    }
    if (!actual || !actual->is_object()) {
      differing.push_back(pointer);
      return;
    }
    for (const auto& member : members_) {
      member.second->compare(aws::member(*actual, member.first), pointer + "/" + member.first,
                             differing);
    }
  }

 private:
  const Views members_;
};

class Items : public View {
 public:
  explicit Items(std::vector<std::shared_ptr<const View>> items) : items_(std::move(items)) {}

  void compare(const Json* actual, const std::string& pointer,
               std::vector<std::string>& differing) const override {
    if (!actual || !actual->is_array() || actual->size() != items_.size()) {
      differing.push_back(pointer);
      return;
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      items_[i]->compare(&(*actual)[i], pointer + "/" + std::to_string(i), differing);
    }
  }

 private:
  const std::vector<std::shared_ptr<const View>> items_;
};

std::shared_ptr<const View> literal(Json expected) {
  if (expected.is_null()) return test([](const Json* actual) { return actual == nullptr; });
  return test([expected = std::move(expected)](const Json* actual) {
    return actual && *actual == expected;
  });
}

std::shared_ptr<const View> read_regex(const input::Value& value) {
  const auto text = value.text();
  if (!text) return nullptr;
  RE2::Options options;
  options.set_log_errors(false);
  const auto regex = std::make_shared<const RE2>(*text, options);
  if (text->size() > kLongestRegex || !regex->ok()) {
    value.wrong("not a regular expression that RE2 knows",
                text->size() > kLongestRegex ? "it is too long" : regex->error());
    return nullptr;
  }
  return test([regex](const Json* actual) {
    return actual && actual->is_string() &&
           RE2::PartialMatch(actual->get_ref<const std::string&>(), *regex);
  });
}

std::shared_ptr<const View> read_glob(const input::Value& value) {
  const auto text = value.text();
  if (!text) return nullptr;
  if (text->empty() || text->size() > scenarios::Glob::kLongest ||
      scenarios::count_wildcards(*text) > scenarios::Glob::kMostWildcards) {
    value.wrong("the pattern is empty, too long or has too many wildcards", "write one such as v*");
    return nullptr;
  }
  return test([glob = scenarios::Glob(std::string(*text))](const Json* actual) {
    return actual && actual->is_string() && glob.matches(actual->get_ref<const std::string&>());
  });
}

std::shared_ptr<const View> read_matcher(const input::Value& value) {
  const auto entries = value.entries();
  if (entries.size() != 1) {
    value.wrong("a matcher has one member", "nest them in 'not', or keep one");
    return nullptr;
  }
  const auto& setting = entries.front().value;
  const auto name = entries.front().name;
  if (name == "equals") return literal(aws::json_of(setting));
  if (name == "glob") return read_glob(setting);
  if (name == "regex") return read_regex(setting);
  if (name == "absent") {
    const auto absent = setting.boolean().value_or(true);
    return test([absent](const Json* actual) { return (actual == nullptr) == absent; });
  }
  auto inner = read_view(setting);
  if (!inner) return nullptr;
  return test([inner](const Json* actual) { return !inner->matches(actual); });
}

bool is_matcher(const input::Value& value) {
  const auto entries = value.entries();
  return std::any_of(entries.begin(), entries.end(), [](const input::Entry& entry) {
    return std::find(kMatchers.begin(), kMatchers.end(), entry.name) != kMatchers.end();
  });
}

}  // namespace

std::shared_ptr<const View> read_view(const input::Value& value) {
  if (value.kind() == input::Kind::list) {
    std::vector<std::shared_ptr<const View>> items;
    for (const auto& item : value.items()) {
      auto view = read_view(item);
      if (!view) return nullptr;
      items.push_back(std::move(view));
    }
    return std::make_shared<Items>(std::move(items));
  }
  if (value.kind() != input::Kind::object) return literal(aws::json_of(value));
  if (is_matcher(value)) return read_matcher(value);
  Views members;
  for (const auto& entry : value.entries()) {
    auto view = read_view(entry.value);
    if (!view) return nullptr;
    members.emplace_back(entry.name, std::move(view));
  }
  return std::make_shared<Members>(std::move(members));
}

}  // namespace stunt::verdict
