// SPDX-License-Identifier: MIT
//
// Any text as a secret's id. An ARN is the sum of its parts, and the name that an id says is found
// again in the ARN that is made of it.
#include <cstdint>
#include <string>

#include "aws/arn.h"
#include "finding.h"

namespace {

using namespace stunt;

void check_parts(std::string_view text) {
  const auto arn = aws::read_arn(text);
  if (!arn) return;
  for (const auto part : {arn->partition, arn->service, arn->region, arn->account}) {
    test::expect(part.find(':') == part.npos, "a part across a colon");
  }
  std::string again = "arn";
  for (const auto part : {arn->partition, arn->service, arn->region, arn->account, arn->resource}) {
    again.append(":").append(part);
  }
  test::expect(again == text, "an ARN that is not its parts: " + again);
}

void check_name(std::string_view id) {
  const auto name = aws::secret_name(id);
  test::expect(id.find(name) != id.npos, "a name that nobody sent");
  test::expect(name == id || aws::read_arn(id), "a name cut out of what is no ARN");
  test::expect(name == aws::secret_name(id), "another name the second time");
}

/// The ARN of a secret that is called so, whole and without its suffix.
void check_arn_of(std::string_view name) {
  const auto partial = "arn:aws:secretsmanager:us-east-1:111122223333:secret:" + std::string(name);
  const auto whole = partial + "-a1B2c3";
  test::expect(aws::has_arn_suffix(whole), "a suffix that is not seen");
  test::expect(aws::secret_name(whole) == name, "an ARN that says another name");
  test::expect(aws::has_arn_suffix(name) || aws::secret_name(partial) == name,
               "a partial ARN that says another name");
  const auto arn = aws::read_arn(whole);
  test::expect(arn && arn->account == "111122223333", "a name that moves the account");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_parts(text);
  check_name(text);
  if (!text.empty()) check_arn_of(text);
  return 0;
}
