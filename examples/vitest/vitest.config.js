// SPDX-License-Identifier: MIT
import { defineConfig } from "vitest/config";

// A client that tries again takes its time, and more of it on a busy machine.
const testTimeout = 30_000;

export default defineConfig({
  test: { globalSetup: "./setup.js", include: ["*.test.js"], testTimeout },
});
