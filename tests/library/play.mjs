// SPDX-License-Identifier: MIT
// The same as play.py with the AWS SDK for JavaScript, which finds the stand-in by itself.
//
//     node play.mjs NAME good|mutant
const [name, role] = process.argv.slice(2);
const clients = await import(`./${name.replaceAll("-", "_")}.mjs`);
await clients[role]();
