// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "harness/admin/guard.h"
#include "harness/admin/route.h"
#include "http/exchange.h"

namespace stunt::harness::admin {

/// The admin API: what is asked for under its paths is never matched by a rule, counted or
/// recorded. Errors are application/problem+json (RFC 9457). Thread-safe once it is told where it
/// is served.
class Admin {
 public:
  /// Both must outlive it. `routes` are all there are.
  Admin(const Ground& ground, const std::vector<Route>& routes);

  /// Which of a server's doors a request came in by.
  enum class Door {
    calls,  ///< that of the service's calls
    own     ///< one that only leads here
  };

  /// Where it is served: `addresses` and the names given for them, and the URL to tell those who
  /// ask at the other door; empty if there is no other. Throws as Guard::listening() does.
  void served_at(const std::vector<std::string>& addresses, const std::vector<std::string>& names,
                 std::string own_door);

  bool owns(const http::Request& request) const;

  std::unique_ptr<http::Exchange> answer(http::Request request, const http::Arrival& arrival,
                                         Door door = Door::calls) const;

 private:
  std::unique_ptr<http::Exchange> dispatch(Ask ask, Door door) const;
  std::unique_ptr<http::Exchange> act(const Route& route, Ask ask) const;
  /// The route that answers; throws Problem if there is none.
  const Route& find(Ask& ask) const;
  void check_door(const Route& route, Door door) const;
  void read_parameters(const Route& route, Ask& ask) const;

  const Ground& ground_;
  const std::vector<Route>& routes_;
  Guard guard_;
  std::string own_door_;
};

}  // namespace stunt::harness::admin
