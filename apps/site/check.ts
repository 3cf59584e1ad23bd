import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSiteAddress } from "./src/build/site-address.ts";
import { checkSite } from "./src/check/check-site.ts";

/*
 * node check.ts [--dir <folder>] [--all]
 *
 * Checks the built pages and prints what it found as JSON. BASE_PATH is read as in astro.config.ts.
 */
const { values } = parseArgs({
  options: {
    dir: { type: "string", default: resolve(import.meta.dirname, "dist") },
    all: { type: "boolean", default: false },
  },
});
const { base } = readSiteAddress();
process.stdout.write(`${JSON.stringify(await checkSite(resolve(values.dir), { base, all: values.all }), null, 2)}\n`);
