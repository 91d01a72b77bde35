// SPDX-License-Identifier: MIT
#include "verdict/no_calls.h"

namespace stunt::verdict {

// Sources: "Service-specific endpoints" in the AWS SDKs and Tools Reference Guide; boto/boto3#1375,
// aws/aws-cli#3309, aws/aws-sdk-js-v3#5364, aws/aws-sdk-java-v2#5742, aws/aws-sdk-go-v2#2226.
Finding no_calls() {
  return {Status::inconclusive,
          "some call arrives",
          "no call arrived: the client did nothing, or called somebody else",
          {"the client has to read AWS_ENDPOINT_URL_SECRETS_MANAGER or AWS_ENDPOINT_URL:",
           "boto3 does from 1.28.0, the AWS CLI from 1.29.0 and 2.13.0, the SDK for Java 2 from "
           "2.28.1, those for JavaScript 3 and Go 2 since the end of 2023",
           "the SDK for Go 1 does not; give older ones the endpoint in their code",
           "a client whose code sets an endpoint, or AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, does not "
           "look at either"},
          {}};
}

}  // namespace stunt::verdict
