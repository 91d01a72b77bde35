// SPDX-License-Identifier: MIT
// A server for a test run, and a world of its own for each test. Copy it beside your tests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

/** Starts `stunt serve` on a free port. It ends with this process, however that ends. */
export async function startServer() {
  const process_ = spawn(
    process.env.STUNT ?? "stunt",
    ["serve", "--port", "0", "--ready-fd", "3", "--exit-with-parent", "--log-level", "warning"],
    { stdio: ["ignore", "ignore", "inherit", "pipe"] },
  );
  const failed = once(process_, "error").then(([error]) => Promise.reject(error));
  const line = await Promise.race([text(process_.stdio[3]), failed]);
  if (!line) throw new Error("stunt ended before it was ready");
  const stop = async () => {
    process_.kill();
    await once(process_, "exit");
  };
  return { admin: JSON.parse(line).admin, stop };
}

/** Secrets, rules and clock that only those see who come with its key. */
export class World {
  static async make(admin) {
    const world = new World();
    world.admin = admin;
    world.scenarios = [];
    world.access = JSON.parse(await world.ask("POST", "/scopes", "{}", "application/json"));
    return world;
  }

  /** A client of the service, with settings of the SDK's own. */
  client(settings = {}) {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.access;
    const credentials = { accessKeyId, secretAccessKey };
    return new SecretsManagerClient({ endpoint, region, credentials, ...settings });
  }

  /** From now on goes wrong what that YAML says; what it expects is judged at the end. */
  async play(scenario) {
    const made = await this.ask("POST", `/scenarios?scope=${this.access.name}`, scenario);
    this.scenarios.push(JSON.parse(made).id);
  }

  /** What was not as the scenarios expect, for people; empty if all was. */
  async verdict() {
    const told = [];
    for (const id of this.scenarios) {
      const verdict = await this.ask("GET", `/scenarios/${id}/verdict?format=text`);
      if (!verdict.split("\n")[0].endsWith(": pass")) told.push(verdict);
    }
    return told.join("\n");
  }

  async leave() {
    await this.ask("DELETE", `/scopes/${this.access.name}`);
  }

  async ask(method, path, body, type = "application/yaml") {
    const headers = body ? { "Content-Type": type } : {};
    const answer = await fetch(this.admin + path, { method, body, headers });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${said}`);
    return said;
  }
}
