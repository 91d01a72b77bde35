// SPDX-License-Identifier: MIT
#include "input/variables.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "input/did_you_mean.h"
#include "input/fields.h"
#include "input/quote.h"

namespace stunt::input {
namespace {

constexpr std::string_view kOpen = "${", kLiteral = "$${";

/// A scalar of the document, kept as it was before anything was put into it.
struct Variable {
  Scalar scalar;
  std::string text;
};

using Variables = std::map<std::string, Variable, std::less<>>;

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-' || c == '.';
  });
}

Variables read(const Value& block, const Node& node) {
  Variables variables;
  block.entries();  // says that an object belongs here
  for (const auto& [name, at, value] : node.members) {
    const auto entry = *block.find(name);
    const auto kind = value->scalar.kind;
    if (!is_name(name)) {
      entry.wrong(at, quote(name) + " is not the name of a variable",
                  "use 1 to 64 letters, digits, '.', '_' and '-'");
    } else if (kind == Kind::null || kind == Kind::list || kind == Kind::object) {
      entry.wrong("a variable is a text, a number, true or false", "write one of these");
    }
    variables[name] = {value->scalar, value->text};
  }
  return variables;
}

/// Goes through a document once, whatever its aliases share.
class Expansion {
 public:
  Expansion(const Variables& variables, const Later& later, Problems& problems)
      : variables_(variables), later_(later), problems_(problems) {
    for (const auto& variable : variables_) names_.push_back(variable.first);
  }

  /// All but the block that declares the variables.
  void visit_root(Node& root, std::string_view declarations) {
    if (root.scalar.kind != Kind::object) return visit(root, "");
    for (auto& member : root.members) {
      if (member.name == declarations) continue;
      const auto& blocks = later_.blocks;
      may_be_later_ = std::find(blocks.begin(), blocks.end(), member.name) != blocks.end();
      visit_member(member, "");
    }
    check_keys(root, "");
  }

 private:
  void visit(Node& node, const std::string& pointer) {
    if (!visited_.insert(&node).second) return;
    if (node.scalar.kind == Kind::text) expand(node, pointer);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      visit(own(node.items[i]), pointer + "/" + std::to_string(i));
    }
    for (auto& member : node.members) visit_member(member, pointer);
    check_keys(node, pointer);
  }

  void visit_member(Member& member, const std::string& pointer) {
    const auto inner = pointer + "/" + escape_token(member.name);
    if (const auto name = expanded(member.name, member.at, inner)) member.name = *name;
    visit(own(member.value), inner);
  }

  /// The document's nodes are its own to change; whoever reads it sees them as const.
  static Node& own(const Node* node) { return const_cast<Node&>(*node); }

  void expand(Node& node, const std::string& pointer) {
    if (const auto* whole = only_variable(node.text)) {
      if (!grow(whole->text.size(), node.at, pointer)) return;
      node.scalar = whole->scalar;
      node.text = whole->text;
    } else if (auto text = expanded(node.text, node.at, pointer)) {
      node.text = *std::move(text);
    }
  }

  /// The variable of a text that is nothing but its name.
  const Variable* only_variable(std::string_view text) const {
    if (!text.starts_with(kOpen) || text.find('}') != text.size() - 1) return nullptr;
    const auto found = variables_.find(text.substr(2, text.size() - 3));
    return found == variables_.end() ? nullptr : &found->second;
  }

  /// The text with all values put in; nothing if it stays as it is.
  std::optional<std::string> expanded(std::string_view text, Position at,
                                      const std::string& pointer) {
    if (text.find(kOpen) == text.npos) return std::nullopt;
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
      const auto rest = text.substr(i);
      if (rest.starts_with(kLiteral)) {
        result += kOpen;
        i += kLiteral.size();
      } else if (!rest.starts_with(kOpen)) {
        result += text[i++];
      } else {
        const auto end = rest.find('}');
        if (end != rest.npos && comes_later(rest.substr(2, end - 2))) {
          result += rest.substr(0, end + 1);
          i += end + 1;
          continue;
        }
        const auto* value =
            end == rest.npos ? unclosed(at, pointer) : find(rest.substr(2, end - 2), at, pointer);
        if (!value || !grow(value->text.size(), at, pointer)) return std::nullopt;
        result += value->text;
        i += end + 1;
      }
    }
    return result;
  }

  bool comes_later(std::string_view name) const {
    return may_be_later_ && later_.names.find(name) != later_.names.end();
  }

  const Variable* unclosed(Position at, const std::string& pointer) {
    problems_.add(at, pointer, "a variable without its end",
                  "write ${name}, or $${ for a plain ${");
    return nullptr;
  }

  const Variable* find(std::string_view name, Position at, const std::string& pointer) {
    const auto found = variables_.find(name);
    if (found != variables_.end()) return &found->second;
    const auto near = did_you_mean(name, names_);
    problems_.add(at, pointer, "unknown variable " + quote(name),
                  near ? "did you mean " + quote(*near) + "?"
                       : "declare it in 'vars', or write $${ for a plain ${");
    return nullptr;
  }

  bool grow(std::size_t bytes, Position at, const std::string& pointer) {
    const bool fitted = grown_ <= kMostExpandedBytes;
    grown_ += bytes;
    if (grown_ <= kMostExpandedBytes) return true;
    if (fitted) {
      problems_.add(at, pointer, "the variables make this file too long",
                    "use fewer or shorter ones: 4 MiB in all");
    }
    return false;
  }

  void check_keys(const Node& node, const std::string& pointer) {
    std::set<std::string_view> keys;
    for (const auto& member : node.members) {
      if (keys.insert(member.name).second) continue;
      problems_.add(member.at, pointer, "the key " + quote(member.name) + " stands here twice",
                    "once all variables are put in");
    }
  }

  const Variables& variables_;
  const Later& later_;
  bool may_be_later_ = false;
  Problems& problems_;
  std::vector<std::string_view> names_;
  std::unordered_set<const Node*> visited_;
  std::size_t grown_ = 0;
};

}  // namespace

void put_in_variables(Document& document, std::string_view block, const Later& later,
                      Problems& problems) {
  auto& root = const_cast<Node&>(document.root());
  const auto declared = Value(root, "", problems).find(block);
  Variables variables;
  for (const auto& member : root.members) {
    if (member.name == block) variables = read(*declared, *member.value);
  }
  Expansion(variables, later, problems).visit_root(root, block);
}

}  // namespace stunt::input
