// SPDX-License-Identifier: MIT
// The fixture `stunt`: a world for the test, whose verdict fails it.
import { inject, test as base } from "vitest";
import { World } from "./stunt-double.js";

export const test = base.extend({
  stunt: async ({}, use) => {
    const world = await World.make(inject("stuntAdmin"));
    await use(world);
    const verdict = await world.verdict();
    await world.leave();
    if (verdict) throw new Error(verdict);
  },
});
