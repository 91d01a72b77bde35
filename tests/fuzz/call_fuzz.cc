// SPDX-License-Identifier: MIT
//
// A request as it stands (header lines, an empty line, the body) through everything that aws/
// reads out of it. What is read stays within what was sent.
#include <cstdint>

#include "../aws/tiny_service.h"
#include "aws/call.h"
#include "aws/json.h"
#include "finding.h"
#include "request_text.h"

namespace {

using namespace stunt;

bool within(std::string_view part, std::string_view whole) {
  return part.empty() || whole.find(part) != whole.npos;
}

void check_credential(std::string_view header) {
  const auto credential = aws::read_credential(header);
  for (const auto part : {credential.access_key_id, credential.date, credential.region,
                          credential.service, credential.signed_headers}) {
    test::expect(within(part, header), "a credential that nobody sent");
    test::expect(part.find_first_of(", \t") == part.npos, "a credential across its end");
  }
}

void check_json(std::string_view text) {
  const auto document = aws::parse_json(text);
  if (!document) return;
  const auto again = aws::parse_json(document->dump());
  test::expect(again && again->dump() == document->dump(), "JSON that does not survive a round");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = test::read_request({reinterpret_cast<const char*>(data), size});
  for (const auto& [name, value] : request.headers) check_credential(value);
  check_json(request.body);

  const auto call = aws::read_call(request, test::tiny_service());
  using Body = aws::Call::Body;
  test::expect((call.kind == Body::empty) == request.body.empty(), "an empty body that is not");
  test::expect(call.kind == Body::object || call.body.empty(), "members of what is no object");
  test::expect(within(call.operation, call.target), "an operation that nobody asked for");
  test::expect(!call.model || call.model->name == call.operation, "another operation's model");
  test::expect(within(call.secret, call.secret_id), "a secret that nobody named");
  const world::Random random(1);
  test::expect(aws::draw(random, call, "fault") == aws::draw(random, call, "fault"), "chance");
  return 0;
}
