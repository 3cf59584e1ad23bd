import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holdLock } from "@tributary/cli/folders";
import { afterAll, expect, test, vi } from "vitest";
import { writeResults } from "../testing/make-results.ts";
import { ASTRO } from "./renderer.ts";
import { runProgram, SITE } from "./run-program.ts";
import { listFiles } from "./site-folder.ts";

vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), "render-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a build adds to what Astro makes. */
const ADDED = /^(pagefind\/|data\/(cities|sectors)\/|robots\.txt|sitemap\.xml)/;

test("the kept renderer makes the files that Astro makes, byte for byte, also below a folder of an address", async () => {
  const [release, archive] = [join(folder, "release"), join(folder, "archive")];
  mkdirSync(archive);
  writeResults(release, 2);
  const env = {
    ...{ TRIBUTARY_RELEASE: release, TRIBUTARY_ARCHIVE: archive, NODE_ENV: "production" },
    ...{ SITE_URL: "https://example.org", BASE_PATH: "/sub/", ASTRO_TELEMETRY_DISABLED: "1" },
  };
  const [ours, astros] = [join(folder, "ours"), join(folder, "astros")];
  await runProgram("The build", ["build.ts", "--outDir", ours, "--cache", join(folder, "cache")], { env });
  await holdLock(
    join(SITE, ".cache/build.lock"),
    () => {},
    () => runProgram("Astro", [ASTRO, "build", "--outDir", astros], { env }),
  );
  const files = await listFiles(astros);
  expect(files.length).toBeGreaterThan(200);
  expect((await listFiles(ours)).filter((file) => !ADDED.test(file))).toEqual(files);
  for (const file of files)
    expect(readFileSync(join(ours, file)).equals(readFileSync(join(astros, file))), file).toBe(true);
});
