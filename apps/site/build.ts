import module from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { endWithParent, holdLock, recoverRelease } from "@tributary/cli/folders";
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
// The command line passes messages on.
const say = process.send?.bind(process) ?? ((text: string) => process.stderr.write(`${text}\n`));
const sayWaiting = (pid: string) => say(`Waiting for another build of this site (process ${pid}) to end.`);
if (process.send || process.env.npm_command) endWithParent();
try {
  recoverRelease(process.env.TRIBUTARY_RELEASE);
  readSiteAddress();
  const { buildSite } = await import("./src/build/build-site.ts");
  const { describeBuild } = await import("./src/build/describe-build.ts");
  // Builds of one checkout make the same fonts in the same folders.
  const report = await holdLock(resolve(import.meta.dirname, ".cache/build.lock"), sayWaiting, () =>
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
