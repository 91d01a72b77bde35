// SPDX-License-Identifier: MIT
import { SecretsManager } from "@aws-sdk/client-secrets-manager";

const read = (sm) => sm.getSecretValue({ SecretId: "app/db" });

export async function good() {
  const sm = new SecretsManager();
  await read(sm);
  await read(sm);
}

export async function mutant() {
  const sm = new SecretsManager({ maxAttempts: 1 });
  await read(sm);
  await read(sm).catch(() => "");
}
