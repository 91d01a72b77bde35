// SPDX-License-Identifier: MIT
import { SecretsManager } from "@aws-sdk/client-secrets-manager";

export const good = () => new SecretsManager().getSecretValue({ SecretId: "app/db" });

export async function mutant() {
  const sm = new SecretsManager({ maxAttempts: 1 });
  await sm.getSecretValue({ SecretId: "app/db" }).catch(() => "");
}
