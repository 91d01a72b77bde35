// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using Names = std::vector<std::string>;

class Filters : public Emulator {
 protected:
  void make(const char* name, const char* description = "", const Json& tag_list = {}) {
    service.call("CreateSecret",
                 {{"Name", name}, {"Description", description}, {"Tags", tag_list}});
  }

  Names found(const Json& filters) {
    const auto heard = service.call("ListSecrets", {{"Filters", filters}});
    EXPECT_EQ(heard.error(), "ok");
    Names names;
    for (const auto& entry : heard.body["SecretList"]) names.push_back(entry["Name"]);
    return names;
  }

  Names found(const char* key, std::initializer_list<const char*> values) {
    return found(filter(key, values));
  }
};

TEST_F(Filters, FindNamesByTheirBeginning) {
  for (const char* name : {"/x", "testing1/one", "testing2", "Testing1"}) make(name);
  EXPECT_EQ(found("name", {"/"}), Names{"/x"});
  EXPECT_EQ(found("name", {"testing"}), (Names{"testing1/one", "testing2"}));
  EXPECT_EQ(found("name", {"!/"}), (Names{"testing1/one", "testing2", "Testing1"}));
  EXPECT_EQ(found("name", {"testing1 one"}), Names{});
}

TEST_F(Filters, FindDescriptionsByTheBeginningsOfWords) {
  make("1", "a secret");
  make("2", "an Secret");
  make("3", "asecret");
  make("4", "thesecret");
  make("5");
  EXPECT_EQ(found("description", {"a"}), (Names{"1", "2", "3"}));
  EXPECT_EQ(found("description", {"A SEC"}), (Names{"1", "2"}));
  EXPECT_EQ(found("description", {"!a"}), (Names{"4", "5"}));
  EXPECT_EQ(found("description", {"!c"}), (Names{"1", "2", "3", "4", "5"}));
}

TEST_F(Filters, FindDescriptionsWithWordsBetween) {
  make("1", "one two");
  make("2", "one and two");
  make("3", "one");
  EXPECT_EQ(found("description", {"one two"}), (Names{"1", "2"}));
  EXPECT_EQ(found("description", {"o t"}), (Names{"1", "2"}));
  EXPECT_EQ(found("description", {"t"}), (Names{"1", "2"}));
}

TEST_F(Filters, FindTagsByTheirBeginningAndCase) {
  make("1", "", tags({{"team", "Blue"}, {"cost", "low"}}));
  make("2", "", tags({{"Team", "blue"}}));
  make("3");
  EXPECT_EQ(found("tag-key", {"te"}), Names{"1"});
  EXPECT_EQ(found("tag-value", {"Bl", "lo"}), Names{"1"});
  EXPECT_EQ(found("tag-value", {"bl"}), Names{"2"});
  EXPECT_EQ(found("tag-key", {"!te"}), (Names{"2", "3"}));
}

TEST_F(Filters, FindWordsAnywhere) {
  make("prod/AppBeta/x", "The Main Database", tags({{"CostCenter", "seventy two"}}));
  make("uat/COMPANYthings");
  const Names first = {"prod/AppBeta/x"}, second = {"uat/COMPANYthings"};
  for (const char* value : {"beta", "Beta", "pro", "main", "the data", "cost", "center", "two"}) {
    EXPECT_EQ(found("all", {value}), first) << value;
  }
  for (const char* value : {"compan", "ythings", "COMPANYthings"}) {
    EXPECT_EQ(found("all", {value}), second) << value;
  }
  for (const char* value : {"eta", "things", "pany", "+", ""}) {
    EXPECT_EQ(found("all", {value}), Names{}) << value;
  }
}

TEST_F(Filters, FindNoPlainSecretByAPrimaryRegionOrAService) {
  make("1");
  for (const char* key : {"primary-region", "owning-service"}) {
    EXPECT_EQ(found(key, {"us", ""}), Names{}) << key;
    EXPECT_EQ(found(key, {"!us"}), Names{"1"}) << key;
  }
}

TEST_F(Filters, NeedOneValueOfEach) {
  make("a1", "one");
  make("a2", "two");
  make("b1", "one");
  EXPECT_EQ(found("name", {"b", "a2"}), (Names{"a2", "b1"}));
  auto both = filter("name", {"a"});
  both.push_back(filter("description", {"one"})[0]);
  EXPECT_EQ(found(both), Names{"a1"});
}

TEST_F(Filters, OfTheSameKeyMustAllMatch) {
  make("1", "one and two");
  make("2", "one");
  auto both = filter("description", {"one"});
  both.push_back(filter("description", {"two"})[0]);
  EXPECT_EQ(found(both), Names{"1"});
}

TEST_F(Filters, WantAKeyAndValues) {
  const auto error = [&](const Json& entry) {
    return service.call("ListSecrets", {{"Filters", Json::array({entry})}}).error();
  };
  EXPECT_EQ(error(Json::object({{"Values", {"x"}}})),
            "400 InvalidParameterException: Invalid filter key");
  EXPECT_EQ(error(Json::object({{"Key", "name"}})),
            "400 InvalidParameterException: Invalid filter values for key: name");
}

}  // namespace
}  // namespace stunt::test
