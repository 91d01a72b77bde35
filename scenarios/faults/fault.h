// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aws/call.h"
#include "aws/error.h"
#include "aws/json.h"
#include "aws/outcome.h"
#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/board.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::scenarios {

/// The call that a fault is brought upon, by which rule, and the world it happens in.
struct Occasion {
  const aws::Call& call;
  const std::string& rule;
  const world::Random& random;
  const world::Clock& clock;
  Board& board;
};

/// What a fault did, as the transcript tells it. Never a body or a value.
struct Trace {
  std::string action;  ///< "delay:1200000us"; empty: there was nothing to do, nothing is told
  std::optional<double> u{};  ///< the drawn number, where chance was involved
};

/// When a fault of a rule that fires has its turn.
enum class Role {
  wait,    ///< the call or its answer is late; never answers
  answer,  ///< brings the answer, instead of the engine's; before the engine, it is not asked then
  engine,  ///< the engine is asked on other terms; strike() tells so and changes nothing
  shape,   ///< acts on the answer that goes out, whoever brought it: after all others
  note     ///< tells the script something; the client sees nothing of it
};

/// What goes wrong when a rule fires. When that is, is the rule's business and never the fault's.
/// Thread-safe; what it counts, it counts by itself.
class Fault {
 public:
  virtual ~Fault() = default;

  virtual Role role() const = 0;
  bool answers() const { return role() == Role::answer; }

  /// Whether there is anything to do about this call: asked once, in the order of arrival, of a
  /// rule that would fire. If one of the rule's faults declines, the rule does not fire.
  virtual bool wants(const Occasion&) const { return true; }

  /// Changes the call's fate. Role wait and answer: before the engine is asked the outcome is
  /// empty; afterwards it is the engine's. Role shape: the outcome is the one that goes out.
  virtual Trace strike(aws::Outcome& outcome, const Occasion& occasion) const = 0;

  /// What the engine is asked on, besides what earlier faults want.
  virtual void set_terms(aws::Terms&) const {}

  /// Of a rule before the engine: why this call does not get through to it, if it does not. Asked
  /// if no fault has answered.
  virtual std::optional<aws::Error> refuses(const Occasion&) const { return std::nullopt; }

  /// The mark that it makes be reached, if it is of that kind.
  virtual std::string_view mark() const { return {}; }

  /// The settings, in the form in which they are read.
  virtual aws::Json to_json() const = 0;

  /// Those of the kind's companion; null if it is not given.
  virtual aws::Json companion_json() const { return nullptr; }
};

/// What a rule can hit, and what is known around a fault that is read: one that no such operation
/// can have in reality is a mistake in the file.
struct Target {
  const aws::ServiceModel& service;
  std::vector<const aws::OperationModel*> operations;
  aws::Phase phase = aws::Phase::before;

  /// The members of the rule's `then`, by name.
  std::map<std::string_view, input::Value, std::less<>> then{};

  /// The machines that the file declares; null if that is not known.
  const Board::States* machines = nullptr;

  /// The file's rules hold in a world of its own.
  bool scoped = false;

  bool has(std::string_view kind) const { return then.find(kind) != then.end(); }
};

/// A kind of fault: its name in a rule's `then`, and how its settings are read. Where reading notes
/// a problem, what it answers is of no use and may be null.
struct FaultKind {
  std::string_view name;
  std::shared_ptr<const Fault> (*read)(const input::Value& settings, const Target& target);
  std::string_view companion{};  ///< another member of `then` that says more about it
};

/// All kinds, in the order in which the faults of one rule act.
std::span<const FaultKind> fault_kinds();

/// One fault of a rule.
struct Action {
  std::string_view kind;  ///< a FaultKind's name
  std::shared_ptr<const Fault> fault;
};

}  // namespace stunt::scenarios
