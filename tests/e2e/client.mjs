// SPDX-License-Identifier: MIT
// What the JavaScript SDK makes of the server's answers, as JSON. Called by clients_test.py.
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";

const client = new SecretsManagerClient({ endpoint: process.env.ENDPOINT });
const told = {};

await client.send(new CreateSecretCommand({ Name: "node/text", SecretString: "from node" }));
told.value = (await client.send(new GetSecretValueCommand({ SecretId: "node/text" }))).SecretString;

const bytes = Uint8Array.from([0, 255, 7]);
await client.send(new CreateSecretCommand({ Name: "node/binary", SecretBinary: bytes }));
const binary = await client.send(new GetSecretValueCommand({ SecretId: "node/binary" }));
told.binary = Array.from(binary.SecretBinary);

try {
  await client.send(new GetSecretValueCommand({ SecretId: "node/none" }));
} catch (error) {
  told.missing = {
    class: error instanceof ResourceNotFoundException ? "ResourceNotFoundException" : error.name,
    status: error.$metadata.httpStatusCode,
    attempts: error.$metadata.attempts,
    message: error.message,
  };
}

const list = await client.send(new ListSecretsCommand({}));
told.listed = list.SecretList.map((secret) => secret.Name).sort();
console.log(JSON.stringify(told));
