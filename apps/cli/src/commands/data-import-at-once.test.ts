import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { layOut, TWO_CITIES, UNITS, writeCells } from "../sources/testing/table-files.ts";

const COMMAND = join(import.meta.dirname, "../../bin/tributary.js");

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tributary-at-once-"));
});
afterEach(() => rmSync(parent, { recursive: true }));

test("years that are imported at once into one release are all in it", async () => {
  const files = writeCells(join(parent, "tables"), layOut(TWO_CITIES));
  const release = join(parent, "mine");
  const years = [2012, 2015, 2017];
  const runs = years.map((year) => {
    const argv = ["data", "import", files, "--profile", "csv", "--year", String(year), "--out", release, ...UNITS];
    return once(spawn(process.execPath, [COMMAND, ...argv], { stdio: "ignore" }), "exit");
  });
  expect(await Promise.all(runs)).toEqual(years.map(() => [0, null]));
  expect(JSON.parse(readFileSync(join(release, "manifest.json"), "utf8")).years).toEqual(years);
  expect(readdirSync(parent).sort()).toEqual(["mine", "tables"]);
});
