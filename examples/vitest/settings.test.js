// SPDX-License-Identifier: MIT
// A service reads its settings when it starts. STUNT=path/to/stunt npx vitest run
import { CreateSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "vitest";
import { test } from "./fixture.js";

const THROTTLED = `
version: 1
scenario: settings/throttled
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: { first: 2 } }
    then: { error: ThrottlingException }
expect:
  - name: the third attempt gets it
    calls: { operation: GetSecretValue }
    count: 3
  - never: { operation: CreateSecret }
`;

/** What is tested. */
async function loadSettings(secrets) {
  const answer = await secrets.send(new GetSecretValueCommand({ SecretId: "app/settings" }));
  return JSON.parse(answer.SecretString);
}

async function putSettings(secrets, settings) {
  const SecretString = JSON.stringify(settings);
  await secrets.send(new CreateSecretCommand({ Name: "app/settings", SecretString }));
}

test.concurrent("settings are read", async ({ stunt }) => {
  await putSettings(stunt.client(), { color: "blue" });
  expect(await loadSettings(stunt.client())).toEqual({ color: "blue" });
});

test.concurrent("another test has other settings", async ({ stunt }) => {
  await putSettings(stunt.client(), { color: "green" });
  expect(await loadSettings(stunt.client())).toEqual({ color: "green" });
});

test.concurrent("settings are read although the service is busy", async ({ stunt }) => {
  await putSettings(stunt.client(), { color: "blue" });
  await stunt.play(THROTTLED);
  expect(await loadSettings(stunt.client({ maxAttempts: 3 }))).toEqual({ color: "blue" });
});
