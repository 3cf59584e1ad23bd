import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, TWO_CITIES, UNITS, writeCells } from "../sources/testing/table-files.ts";

/* What a run leaves that is killed between the two renames of a replacement, and every command that reads a release. */

let parent: string;
let release: string;
const ended = spawnSync(process.execPath, ["--version"]).pid;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "tributary-gap-"));
  release = join(parent, "mine");
  const files = writeCells(join(parent, "tables"), layOut(TWO_CITIES));
  const source = join(parent, "source.yaml");
  writeFileSync(
    source,
    "producer: P\ntitle: T\ncitation: C\nurl: null\ndate: '2020'\nlicence: L\nredistributable: true\n",
  );
  for (const year of ["2012", "2017"]) {
    const how = ["--profile", "csv", "--year", year, "--source", source, ...UNITS];
    expect((await runMain("data", "import", files, "--out", release, ...how)).code).toBe(0);
  }
  expect((await runMain("model", "run", "--release", release)).code).toBe(0);
});
afterAll(() => rmSync(parent, { recursive: true }));

const LEFT = {
  release: () => renameSync(release, join(parent, `.mine.old-${ended}-1`)),
  results: () => renameSync(join(release, "results"), join(release, `.results.old-${ended}-1`)),
};
const READERS: readonly (readonly string[])[] = [
  ["query", "footprint", "--release", "RELEASE"],
  ["query", "linkages", "--release", "RELEASE"],
  ["release", "verify", "RELEASE"],
  ["release", "diff", "RELEASE", "RELEASE", "--archive", "ARCHIVE"],
  ["site", "build", "--dry-run", "--release", "RELEASE", "--archive", "ARCHIVE"],
  ["model", "run", "--release", "RELEASE", "--dry-run"],
  ["data", "export", "system", "--format", "pymrio", "--release", "RELEASE", "--out", "OUT"],
];

test.each(
  READERS.flatMap((argv) => (["release", "results"] as const).map((gap) => [argv.slice(0, 3).join(" "), gap, argv])),
)("%s finds the release though a killed run left a gap in place of its %s", async (_, gap, argv) => {
  const places: Record<string, string> = {
    RELEASE: release,
    ARCHIVE: join(parent, "archive"),
    OUT: mkdtempSync(join(parent, "out-")),
  };
  mkdirSync(join(release, `.results.new-${ended}-7`), { recursive: true });
  LEFT[gap as keyof typeof LEFT]();
  const run = await runMain(...(argv as string[]).map((word) => places[word] ?? word));
  expect([run.code, run.stderr]).toEqual([0, run.stderr]);
  expect(readdirSync(parent)).toContain("mine");
  expect(readdirSync(release).filter((name) => name.startsWith("."))).toEqual([]);
  expect(readdirSync(release)).toContain("results");
});
