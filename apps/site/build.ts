import module from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { InputError } from "@tributary/core/errors";
import { readSiteAddress } from "./src/build/site-address.ts";

/*
 * node build.ts [--outDir <folder>] [--cache <folder>] [--offline <file>]
 *
 * Builds the pages of the release that TRIBUTARY_RELEASE names, compared with the records below TRIBUTARY_ARCHIVE, and renders only those
 * whose view model or sources have changed since the last build; --offline packs them into a zip that opens from a disk. SITE_URL and BASE_PATH are read as in astro.config.ts.
 */
const { values } = parseArgs({
  options: {
    outDir: { type: "string", default: resolve(import.meta.dirname, "dist") },
    offline: { type: "string" },
    cache: { type: "string", default: resolve(import.meta.dirname, ".cache/pages") },
  },
});
process.env.TRIBUTARY_RELEASE = resolve(
  process.env.TRIBUTARY_RELEASE ?? `${import.meta.dirname}/../../releases/current`,
);
process.env.TRIBUTARY_ARCHIVE = resolve(process.env.TRIBUTARY_ARCHIVE ?? `${import.meta.dirname}/../../data/releases`);
// Taking types out and compiling anew would be a part of every build, and of every Astro that it starts.
module.enableCompileCache();
process.env.NODE_COMPILE_CACHE ??= module.getCompileCacheDir() ?? "";
// As in the command line: docs/decisions/0023-threads-and-their-code.md.
setFlagsFromString("--no-wasm-code-gc");
const started = performance.now();
try {
  readSiteAddress();
  const { buildSite } = await import("./src/build/build-site.ts");
  const { describeBuild } = await import("./src/build/describe-build.ts");
  const { oneAtATime } = await import("./src/build/one-at-a-time.ts");
  const report = await oneAtATime(resolve(import.meta.dirname, ".cache/build.lock"), () =>
    buildSite(resolve(values.outDir), resolve(values.cache)),
  );
  process.stdout.write(`${describeBuild(report, (performance.now() - started) / 1000)}\n`);
  if (values.offline !== undefined) {
    const { packSite } = await import("./src/offline/pack-site.ts");
    process.stdout.write(`${await packSite(resolve(values.outDir), resolve(values.offline))}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  // What the caller said wrongly is told apart from what nobody foresaw.
  process.exitCode = error instanceof InputError ? 2 : 1;
}
