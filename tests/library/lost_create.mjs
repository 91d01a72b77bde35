// SPDX-License-Identifier: MIT
import { SecretsManager } from "@aws-sdk/client-secrets-manager";

const secret = { Name: "app/db", SecretString: "not-a-real-one" };

export const good = () => new SecretsManager().createSecret(secret);

// Makes another call of its retry, and so another token.
export async function mutant() {
  const sm = new SecretsManager({ maxAttempts: 1 });
  await sm.createSecret(secret).catch(() => sm.createSecret(secret)).catch(() => {});
}
