import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest, ReleaseRecord } from "@tributary/core";
import { afterAll, expect, test } from "vitest";
import { writeResultsFixture } from "../commands/results-fixture.ts";
import { openResults } from "../store/results-reader.ts";
import { encodeRecord } from "./archive.ts";
import { chooseId } from "./choose-id.ts";
import { describeBuild } from "./open-side.ts";

const release = writeResultsFixture();
const archive = mkdtempSync(join(tmpdir(), "tributary-archive-"));
afterAll(() => {
  for (const path of [release, archive]) rmSync(path, { recursive: true });
});

const read = (): Manifest => ({
  ...JSON.parse(readFileSync(join(release, "manifest.json"), "utf8")),
  leftOut: openResults(release).summary.leftOut,
});

function publish(id: string, change: Partial<ReleaseRecord["inputs"]> = {}): string {
  const folder = join(archive, id);
  mkdirSync(folder);
  const record = describeBuild(release);
  const inputs = { ...record.inputs, ...change };
  writeFileSync(join(folder, `${id}.json`), encodeRecord({ ...record, id, published: "2026-01-01", inputs }));
  return folder;
}

test("a build from the inputs of the newest release has its id", () => {
  const same = publish("open-1");
  expect(chooseId(read(), same)).toBe("open-1");
  expect(chooseId(read(), same, "open-1")).toBe("open-1");
});

test.each([
  ["another setting", { settings: { cityCount: 3 } }],
  ["another region", { regions: [] }],
])("a build with %s is work on the next release; its id is not to be had", (_name, change) => {
  const other = { ...read(), ...change };
  const folder = publish(`open-${Object.keys(change)[0]}`);
  const id = `open-${Object.keys(change)[0]}`;
  expect(chooseId(other, folder)).toBe(`${id}+dev`);
  expect(() => chooseId(other, folder, id)).toThrow(/is published, and was made from other inputs/);
  expect(chooseId(other, folder, "mine")).toBe("mine");
});

test("so is one from other code, and from other figures", () => {
  expect(chooseId(read(), publish("open-code", { code: "0".repeat(64) }))).toBe("open-code+dev");
  expect(chooseId(read(), publish("open-data", { data: { "cities.csv": "1".repeat(64) } }))).toBe("open-data+dev");
});

test("where nothing is published, the id says so", () => {
  expect(chooseId(read(), join(archive, "none"))).toBe("open-dev");
});
