// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "harness/admin/openapi.h"
#include "harness/admin/path.h"
#include "harness/admin/routes.h"
#include "harness/admin/schemas.h"

namespace stunt::harness::admin {
namespace {

using testing::ElementsAre;
using testing::Optional;
using testing::Pair;

TEST(AdminPath, FitsItsTemplate) {
  EXPECT_THAT(match_path("/a/{id}", "/a/x%20y"), Optional(ElementsAre("x y")));
  EXPECT_THAT(match_path("/a/{id}/b/{to}", "/a/1/b/c%2Fd"), Optional(ElementsAre("1", "c/d")));
  EXPECT_THAT(match_path("/a", "/a"), Optional(ElementsAre()));
  for (const auto* path : {"/a/", "/a", "/a/1/", "/a/1/2", "/b/1", ""}) {
    EXPECT_FALSE(match_path("/a/{id}", path)) << path;
  }
  EXPECT_THAT(names_in("/a/{id}/{to}"), ElementsAre("id", "to"));
}

TEST(AdminPath, HasAQuery) {
  EXPECT_THAT(read_query("a=1&b=x+y%26&c&&=d"),
              ElementsAre(Pair("", "d"), Pair("a", "1"), Pair("b", "x y&"), Pair("c", "")));
  EXPECT_TRUE(read_query("").empty());
}

/// Every "$ref" in it.
void collect(const aws::Json& value, std::set<std::string>& refs) {
  for (const auto& [name, member] : value.items()) {
    if (name == "$ref") refs.insert(member.get<std::string>());
    if (member.is_structured()) collect(member, refs);
  }
}

TEST(AdminOpenApi, NamesOnlyWhatItHas) {
  const auto document = openapi(routes(), true);
  EXPECT_EQ(document["openapi"], "3.1.0");
  std::set<std::string> refs;
  collect(document, refs);
  EXPECT_FALSE(refs.empty());
  for (const auto& ref : refs) {
    EXPECT_TRUE(document.contains(aws::Json::json_pointer(ref.substr(1)))) << ref;
  }
}

TEST(AdminOpenApi, HasEveryRouteWithWhatItAnswers) {
  const auto document = openapi(routes(), false);
  std::set<std::string> ids;
  for (const auto& route : routes()) {
    EXPECT_FALSE(route.answers.empty()) << route.method << " " << route.path;
    EXPECT_FALSE(route.summary.empty()) << route.method << " " << route.path;
    for (const auto& content : route.body) {
      EXPECT_TRUE(aws::parse_json(content.schema)) << route.path;
    }
  }
  std::size_t operations = 0;
  for (const auto& [path, methods] : document["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      ++operations;
      EXPECT_TRUE(ids.insert(operation["operationId"].get<std::string>()).second)
          << method << " " << path;
    }
  }
  EXPECT_EQ(operations, routes().size());
  EXPECT_FALSE(document.contains("security"));
}

TEST(AdminOpenApi, SaysWhereATokenIsWanted) {
  const auto document = openapi(routes(), true);
  EXPECT_TRUE(document["components"]["securitySchemes"].contains("token"));
  EXPECT_EQ(document["paths"]["/_stunt/v1/health"]["get"]["security"], aws::Json::array());
  EXPECT_FALSE(document["paths"]["/_stunt/v1/clock"]["get"].contains("security"));
}

}  // namespace
}  // namespace stunt::harness::admin
