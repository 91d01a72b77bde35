// SPDX-License-Identifier: MIT
import { SecretsManager } from "@aws-sdk/client-secrets-manager";

const SecretIdList = ["app/cache", "app/db"];

export async function good() {
  const sm = new SecretsManager();
  const { Errors } = await sm.batchGetSecretValue({ SecretIdList });
  await Promise.all(Errors.map(({ SecretId }) => sm.getSecretValue({ SecretId })));
}

// Only looks at SecretValues.
export async function mutant() {
  const { SecretValues } = await new SecretsManager().batchGetSecretValue({ SecretIdList });
  return Object.fromEntries(SecretValues.map(({ Name, SecretString }) => [Name, SecretString]));
}
