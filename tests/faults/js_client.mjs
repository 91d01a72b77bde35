// SPDX-License-Identifier: MIT
// The AWS SDK for JavaScript v3 as a process: a job a line on stdin, what the SDK made of it a line
// on stdout. The protocol is in clients.py.
import * as sdk from "@aws-sdk/client-secrets-manager";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const clientFor = (job) =>
  new sdk.SecretsManagerClient({
    endpoint: job.endpoint,
    maxAttempts: job.attempts,
    requestHandler: {
      connectionTimeout: 1000,
      // Without throwOnRequestTimeout the SDK only warns.
      requestTimeout: 1000,
      throwOnRequestTimeout: true,
      socketTimeout: 1000,
    },
  });

async function call(client, job) {
  try {
    const command = new sdk[`${job.operation}Command`](job.input);
    const { $metadata, ...output } = await client.send(command);
    return { output, requestId: Boolean($metadata.requestId) };
  } catch (error) {
    return { raised: error.name, code: error.code };
  }
}

async function work(job) {
  const seen = [];
  let client = clientFor(job);
  for (let number = 0; number < job.calls; ++number) {
    if (number && job.fresh) client = clientFor(job);
    seen.push(await call(client, job));
  }
  console.log(JSON.stringify({ id: job.id, seen }));
}

const { name, version } = JSON.parse(
  readFileSync("node_modules/@aws-sdk/client-secrets-manager/package.json", "utf8"),
);
console.log(JSON.stringify({ version: `${name} ${version}` }));
for await (const line of createInterface({ input: process.stdin })) work(JSON.parse(line));
