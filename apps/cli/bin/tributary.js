#!/usr/bin/env node
// Plain JavaScript: it must run on a Node that cannot strip types, to say so or to hand over to one that can.
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";
import { handOver } from "./hand-over.js";

const OWN_NODE = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));

if (process.features.typescript) {
  await import("./keep-code.js");
  const { endWithParent } = await import("../src/end-with-parent.ts");
  if (process.env.TRIBUTARY_NODE || process.env.npm_command === "exec") endWithParent();
  const { main } = await import("../src/main.ts");
  // Threads find what was compiled so far; by itself it would be written at the end.
  module.flushCompileCache();
  // A reader that has seen enough, such as `head`, is no error; a full disk is one, but none of ours.
  process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE") process.stderr.write(`error The answer could not be written: ${error.message}.\n`);
    process.exit(error.code === "EPIPE" ? 0 : 2);
  });
  // Nobody reads what is said: no reason to stop.
  process.stderr.on("error", () => {});
  process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(OWN_NODE) && !process.env.TRIBUTARY_NODE) {
  process.exitCode = await handOver(OWN_NODE, process.argv.slice(1), { TRIBUTARY_NODE: "own" });
} else {
  process.stderr.write(`tributary needs Node 22.18 or later; this is ${process.version}.\n`);
  process.exitCode = 2;
}
