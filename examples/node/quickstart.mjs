// SPDX-License-Identifier: MIT
// Creates a secret and reads it back with the AWS SDK for JavaScript v3.
// Start the server first: stunt serve
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";

const client = new SecretsManagerClient({
  endpoint: process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? "http://localhost:4566",
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});

await client.send(new CreateSecretCommand({ Name: "node/api-key", SecretString: "supersecret" }));
const secret = await client.send(new GetSecretValueCommand({ SecretId: "node/api-key" }));
console.log("version:", secret.VersionId, "stages:", secret.VersionStages.join(","));
