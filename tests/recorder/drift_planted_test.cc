// SPDX-License-Identifier: MIT
#include <string>

#include <gmock/gmock.h>

#include "drift_sessions.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::live_now;
using test::live_value_answer;
using test::reply_of;
using test::Sessions;
using test::value_answer;
using testing::ElementsAre;
using testing::IsEmpty;

/// One thing that was changed in an answer, and what has to be found: exactly that.
struct Planted {
  const char* name;
  ExchangeLine::Reply recorded, live;
  Difference found;
};

void PrintTo(const Planted& planted, std::ostream* out) { *out << planted.name; }

ExchangeLine::Reply of(int status, const char* type, const char* message = "No.") {
  return reply_of(status, test::error(type, message));
}

ExchangeLine::Reply value() { return reply_of(200, value_answer()); }

/// The live answer with another value at a place; without the member if that is null.
ExchangeLine::Reply live(const std::string& pointer, const Json& other) {
  auto body = live_value_answer();
  body[Json::json_pointer(pointer)] = other;
  return reply_of(200, body);
}

ExchangeLine::Reply with_status(int status, const Json& body) { return reply_of(status, body); }

std::vector<Planted> planted() {
  using enum Severity;
  const std::string gone = "ResourceNotFoundException", bad = "InvalidParameterException";
  const auto no_json = [] {
    ExchangeLine::Reply reply;
    reply.status = 200;
    reply.body.size = 12;
    return reply;
  };
  return {
      // Statuses.
      {"SuccessBecameAnError", value(), of(400, gone.c_str()), {status, "", "200", "400 " + gone}},
      {"ErrorBecameASuccess", of(400, gone.c_str()), value(), {status, "", "400 " + gone, "200"}},
      {"SuccessBecameAFailure",
       value(),
       of(500, "InternalServiceError"),
       {status, "", "200", "500 InternalServiceError"}},
      {"FailureBecameASuccess",
       of(503, "ServiceUnavailable"),
       value(),
       {status, "", "503 ServiceUnavailable", "200"}},
      {"ErrorHasAnotherStatus",
       of(400, bad.c_str()),
       of(403, bad.c_str()),
       {status, "", "400 " + bad, "403 " + bad}},
      {"ErrorIsTheServersNow",
       of(400, bad.c_str()),
       of(500, bad.c_str()),
       {status, "", "400 " + bad, "500 " + bad}},
      {"SuccessHasAnotherStatus",
       value(),
       with_status(201, live_value_answer()),
       {status, "", "200", "201"}},
      {"SuccessBecameAnErrorWithoutAType",
       value(),
       with_status(404, Json::object()),
       {status, "", "200", "404"}},
      // Errors.
      {"AnotherType", of(400, gone.c_str()), of(400, bad.c_str()), {error, "/__type", gone, bad}},
      {"AnotherTypeAndMessage",
       of(400, gone.c_str(), "Gone."),
       of(400, bad.c_str(), "Bad."),
       {error, "/__type", gone, bad}},
      {"AnotherNamespaceOfAnotherType",
       of(400, "com.amazonaws#ResourceNotFoundException"),
       of(400, "com.amazonaws#InvalidParameterException"),
       {error, "/__type", gone, bad}},
      {"AnotherCase",
       of(400, "ThrottlingException"),
       of(400, "Throttlingexception"),
       {error, "/__type", "ThrottlingException", "Throttlingexception"}},
      {"NoType",
       of(400, gone.c_str()),
       reply_of(400, {{"Message", "No."}}),
       {error, "/__type", gone, "(absent)"}},
      {"TypeWhereNoneWas",
       reply_of(400, {{"Message", "No."}}),
       of(400, gone.c_str()),
       {error, "/__type", "(absent)", gone}},
      {"AnotherTypeOfTheServer",
       of(500, "InternalServiceError"),
       of(500, "InternalFailure"),
       {error, "/__type", "InternalServiceError", "InternalFailure"}},
      {"NoJsonAtAll",
       of(400, gone.c_str()),
       [&] {
         auto reply = no_json();
         reply.status = 400;
         return reply;
       }(),
       {error, "/__type", gone, "(absent)"}},
      // Bodies.
      {"AnotherName",
       value(),
       live("/Name", "prod/other"),
       {data, "/Name", "prod/db", "prod/other"}},
      {"MissingMember",
       value(),
       live("/VersionStages", nullptr),
       {schema, "/VersionStages", R"(["AWSCURRENT","blue"])", "(absent)"}},
      {"MemberInAddition",
       value(),
       live("/OwningService", "rds"),
       {schema, "/OwningService", "(absent)", "rds"}},
      {"AnotherType",
       value(),
       live("/CreatedDate", "yesterday"),
       {schema, "/CreatedDate", "a number", "a string"}},
      {"AnotherItem",
       value(),
       live("/VersionStages/1", "green"),
       {data, "/VersionStages/1", "blue", "green"}},
      {"ItemInAddition",
       value(),
       live("/VersionStages/2", "green"),
       {data, "/VersionStages/2", "(absent)", "green"}},
      {"AnotherDate",
       value(),
       live("/CreatedDate", live_now() - 3 * 86400),
       {data, "/CreatedDate", "2025-12-31T23:59:00.000Z", "2026-03-29T00:00:00.000Z"}},
      {"AnotherShapeOfTheSecret",
       value(),
       live("/SecretString", "{{secret:12}}"),
       {data, "/SecretString", R"({"user":"{{secret:2}}","password":"{{secret:1}}"})",
        "{{secret:?}}"}},
      {"AnotherMessage",
       of(400, gone.c_str(), "Gone."),
       of(400, gone.c_str(), "Away."),
       {data, "/Message", "Gone.", "Away."}},
      {"NoJson", value(), no_json(), {schema, "", "a JSON object", "no JSON object"}},
  };
}

class PlantedDifference : public testing::TestWithParam<Planted> {};

TEST_P(PlantedDifference, IsFoundOnce) {
  const auto& [name, recorded, live, found] = GetParam();
  Sessions sessions;
  EXPECT_THAT(sessions.compare("GetSecretValue", recorded, live), ElementsAre(found));
}

TEST_P(PlantedDifference, IsFoundOnceAmongAnswersThatAgree) {
  const auto& [name, recorded, live, found] = GetParam();
  Sessions sessions;
  EXPECT_THAT(sessions.compare("GetSecretValue", value_answer(), live_value_answer()), IsEmpty());
  const auto differences = sessions.compare("GetSecretValue", recorded, live);
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_EQ(differences[0].severity, found.severity);
  EXPECT_EQ(differences[0].pointer, found.pointer);
  EXPECT_THAT(sessions.compare("GetSecretValue", value_answer(), live_value_answer()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(, PlantedDifference, testing::ValuesIn(planted()));

}  // namespace
}  // namespace stunt::recorder
