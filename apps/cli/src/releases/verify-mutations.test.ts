import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@tributary/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SmallRelease } from "../commands/small-release.ts";
import { runMain } from "../run-main.ts";
import { layOut, TWO_CITIES, UNITS, writeCells } from "../sources/testing/table-files.ts";
import { listContradictions, listMutations, type Mutation, restore } from "./testing/mutations.ts";
import { verifyRelease } from "./verify-release.ts";

let parent: string;
const small = new SmallRelease();

/** Import a table of two years that differ, and compute its results. */
async function importTable(out: string): Promise<void> {
  const later = { ...TWO_CITIES, F: [5, 40, 3, 77], Y: [[26, 4], ...TWO_CITIES.Y.slice(1)] };
  for (const [year, table] of [
    ["2012", TWO_CITIES],
    ["2017", later],
  ] as const) {
    const files = writeCells(join(parent, `tables-${year}`), layOut(table));
    const run = await runMain("data", "import", files, "--profile", "csv", "--year", year, "--out", out, ...UNITS);
    if (run.code !== 0) throw new Error(run.stderr);
  }
  if ((await runMain("model", "run", "--release", out)).code !== 0) throw new Error("model run");
}

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "tributary-mutations-"));
  await Promise.all([importTable(join(parent, "table")), small.build()]);
}, 120_000);
afterAll(() => {
  rmSync(parent, { recursive: true });
  small.remove();
});

/** Damage that is not found. */
function listMissed(release: string, mutations: readonly Mutation[]): string[] {
  const copy = join(parent, "damaged");
  return mutations
    .filter(({ damage }) => {
      restore(release, copy);
      damage(copy);
      return !isRefused(copy);
    })
    .map(({ name }) => name);
}

function isRefused(folder: string): boolean {
  try {
    return verifyRelease(folder).issues.length > 0;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

test("no damage to a release of imported tables is missed", { timeout: 120_000 }, () => {
  const release = join(parent, "table");
  expect(verifyRelease(release).issues).toEqual([]);
  const mutations = listMutations(release);
  expect(mutations.length).toBeGreaterThan(200);
  expect(listMissed(release, mutations)).toEqual([]);
});

test("no contradiction in a release of the open estimate is missed", { timeout: 120_000 }, () => {
  expect(verifyRelease(small.path).issues).toEqual([]);
  expect(listMissed(small.path, listContradictions(small.path, 1))).toEqual([]);
});
