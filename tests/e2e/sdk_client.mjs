// SPDX-License-Identifier: MIT
// The JavaScript SDK as a process: a call per line on stdin, what the SDK made of it per line on
// stdout. Driven by sdk_clients.py.
import * as sdk from "@aws-sdk/client-secrets-manager";
import { createInterface } from "node:readline";

const clients = {};
const client = (region) =>
  (clients[region] ??= new sdk.SecretsManagerClient({ endpoint: process.env.ENDPOINT, region, maxAttempts: 1 }));

const paginators = {
  BatchGetSecretValue: [sdk.paginateBatchGetSecretValue, "SecretValues"],
  ListSecrets: [sdk.paginateListSecrets, "SecretList"],
  ListSecretVersionIds: [sdk.paginateListSecretVersionIds, "Versions"],
};

async function pages({ operation, region, input, size }) {
  const [paginate, member] = paginators[operation];
  const found = [];
  for await (const page of paginate({ client: client(region), pageSize: size }, input)) {
    found.push(page[member]);
  }
  return found;
}

async function answer(asked) {
  try {
    if (asked.size) return { output: await pages(asked) };
    const command = new sdk[`${asked.operation}Command`](asked.input);
    const { $metadata, ...output } = await client(asked.region).send(command);
    return { output };
  } catch (error) {
    return {
      error: error.name,
      typed: error instanceof (sdk[error.name] ?? Array),
      status: error.$metadata?.httpStatusCode,
      message: error.message,
    };
  }
}

// Bytes travel as {"bytes": [0, 255]} in both directions.
const revive = (_, value) => (value?.bytes ? Uint8Array.from(value.bytes) : value);
const replace = (_, value) => (value instanceof Uint8Array ? { bytes: Array.from(value) } : value);

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line, revive)), replace));
}
