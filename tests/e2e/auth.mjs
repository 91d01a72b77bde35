// SPDX-License-Identifier: MIT
// One call of the JavaScript SDK, and what became of it, as JSON. Called by auth_test.py.
import { ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

const client = new SecretsManagerClient({ endpoint: process.env.ENDPOINT });
try {
  const { $metadata } = await client.send(new ListSecretsCommand({}));
  console.log(JSON.stringify({ status: $metadata.httpStatusCode, attempts: $metadata.attempts }));
} catch (error) {
  const { httpStatusCode: status, attempts } = error.$metadata;
  console.log(JSON.stringify({ name: error.name, message: error.message, status, attempts }));
}
