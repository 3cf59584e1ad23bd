import { appendFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runMain } from "../run-main.ts";
import { layOut, TWO_CITIES, UNITS, writeCells } from "../sources/testing/table-files.ts";
import { watchRelease } from "../store/watch-release.ts";

/* Results of one release that would land in another, since that was made while they were computed. */

/** What another run does while results are being written. */
let meanwhile = () => {};
vi.mock(import("../store/results-writer.ts"), async (original) => {
  const writer = await original();
  const writeAccounts: typeof writer.writeAccounts = (...args) => {
    meanwhile();
    return writer.writeAccounts(...args);
  };
  return { ...writer, writeAccounts };
});

let parent: string;
let release: string;
const importYear = (year: string) =>
  runMain(
    ...["data", "import", join(parent, "tables"), "--profile", "csv", "--year", year, "--out", release],
    ...UNITS,
  );
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), "tributary-replaced-"));
  release = join(parent, "mine");
  writeCells(join(parent, "tables"), layOut(TWO_CITIES));
  expect((await importYear("2017")).code).toBe(0);
});
afterEach(() => rmSync(parent, { recursive: true }));

test("model run writes nothing into a release that came while it ran", async () => {
  meanwhile = () => appendFileSync(join(release, "manifest.json"), "\n");
  const { code, stderr } = await runMain("model", "run", "--release", release);
  meanwhile = () => {};
  expect(stderr).toContain("was replaced by another run meanwhile; nothing was written");
  expect(code).toBe(2);
  expect(existsSync(join(release, "results"))).toBe(false);
});

test("a release that stays is the same, one that another run replaced is not", async () => {
  const check = watchRelease(release);
  check();
  expect((await importYear("2018")).code).toBe(0);
  expect(check).toThrow(expect.objectContaining({ code: "release-replaced" }));
  expect((await runMain("model", "run", "--release", release, "--years", "2018")).code).toBe(0);
});
