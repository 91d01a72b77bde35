// SPDX-License-Identifier: MIT
import { SecretsManager } from "@aws-sdk/client-secrets-manager";

export async function good() {
  const sm = new SecretsManager();
  for (let i = 0; i < 3; ++i) await sm.getSecretValue({ SecretId: "app/db" });
}

// Trusts its own clock, as SDKs that do not correct it: each call is a client's first one.
export async function mutant() {
  for (let i = 0; i < 3; ++i) {
    const sm = new SecretsManager({ maxAttempts: 1 });
    await sm.getSecretValue({ SecretId: "app/db" }).catch(() => "");
  }
}
