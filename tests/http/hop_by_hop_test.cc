// SPDX-License-Identifier: MIT
#include "http/hop_by_hop.h"

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

TEST(HopByHop, LeavesWhatIsForWhoStandsBehind) {
  const Headers headers = {{"Host", "a"}, {"X-Amz-Target", "t"}, {"Content-Length", "2"}};
  EXPECT_EQ(without_hop_by_hop(headers), headers);
}

TEST(HopByHop, TakesOutWhatIsAboutTheConnection) {
  EXPECT_EQ(without_hop_by_hop({{"connection", "Keep-Alive"},
                                {"Keep-Alive", "timeout=5"},
                                {"A", "1"},
                                {"Transfer-Encoding", "chunked"},
                                {"TE", "trailers"},
                                {"Expect", "100-continue"},
                                {"Upgrade", "h2c"},
                                {"Proxy-Authorization", "Basic eA=="},
                                {"a", "2"}}),
            (Headers{{"A", "1"}, {"a", "2"}}));
}

TEST(HopByHop, TakesOutWhatConnectionNames) {
  EXPECT_EQ(without_hop_by_hop({{"X-One", "1"},
                                {"Connection", "close, x-one ,"},
                                {"X-Two", "2"},
                                {"Connection", "X-TWO"},
                                {"X-Three", "3"}}),
            (Headers{{"X-Three", "3"}}));
}

}  // namespace
}  // namespace stunt::http
