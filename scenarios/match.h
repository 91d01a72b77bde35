// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aws/call.h"
#include "aws/json.h"
#include "aws/outcome_kind.h"
#include "aws/service_model.h"
#include "scenarios/board.h"
#include "scenarios/body_pattern.h"
#include "scenarios/nth.h"
#include "scenarios/secret_pattern.h"
#include "scenarios/text_matcher.h"

namespace stunt::scenarios {

/// Who calls.
struct ClientPattern {
  std::optional<TextMatcher> access_key_id{};  ///< as signed with; absent if the call is not signed
  std::optional<TextMatcher> region{};         ///< as signed for
  std::optional<TextMatcher> user_agent{};
};

/// Which calls are meant, by what they are: no counting, no chance. What is not given does not
/// matter. The same in a rule's `when`, in `expect` and in `await`. Immutable once read; cheap
/// enough to ask for each call; thread-safe.
struct Match {
  std::optional<Glob> service{};          ///< the name that the call is signed for
  std::vector<TextMatcher> operations{};  ///< any of these; none: every operation
  std::optional<SecretPattern> secret{};
  std::optional<BodyPattern> body{};
  std::vector<PointerPattern> pointers{};                      ///< into the body
  std::vector<std::pair<std::string, TextMatcher>> headers{};  ///< one of the fields of that name
  std::optional<ClientPattern> client{};
  std::optional<Nth> attempt{};                               ///< as the SDK counts them
  std::vector<std::pair<std::string, std::string>> states{};  ///< machine, state

  /// Only where calls are judged that have ended.
  std::optional<aws::OutcomeKind> outcome{};

  std::shared_ptr<const Match> none{};  ///< must not match
  std::vector<Match> any_of{};          ///< if there are any, one of them must match

  bool matches_operation(std::string_view name) const;

  /// Whether a call that has arrived meets every condition but those on the outcome; those it may
  /// still meet, also where it must not.
  bool matches(const aws::Call& call, const Board& board) const {
    return matches(call, board, nullptr, true);
  }

  /// Whether a call that has ended so meets every condition.
  bool matches(const aws::Call& call, const Board& board, aws::OutcomeKind ended) const {
    return matches(call, board, &ended, true);
  }

  /// Whether a call of the service's operation of this name can meet the conditions.
  bool can_match(std::string_view operation) const;

 private:
  bool matches(const aws::Call& call, const Board& board, const aws::OutcomeKind* ended,
               bool unless_known) const;
  bool is_only_about_operations() const;
  bool must_match(std::string_view operation) const;
};

/// In the form in which it is read.
aws::Json to_json(const Match& match);

/// The service's operations that can meet these conditions.
std::vector<const aws::OperationModel*> operations_of(const Match& match,
                                                      const aws::ServiceModel& service);

}  // namespace stunt::scenarios
