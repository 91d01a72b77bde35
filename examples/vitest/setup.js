// SPDX-License-Identifier: MIT
// One server for all workers; vitest.config.js names this as its globalSetup.
import { startServer } from "./stunt-double.js";

export default async function setup({ provide }) {
  const server = await startServer();
  provide("stuntAdmin", server.admin);
  return server.stop;
}
