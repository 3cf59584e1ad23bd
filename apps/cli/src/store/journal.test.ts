import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DrawRecord, type DrawSource, drawRecordSchema } from "@tributary/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJournal } from "./journal.ts";

const source: DrawSource = {
  schema: "tributary.draws/v1",
  seed: 7,
  variants: 1,
  base: { cityCount: 2 },
  facts: "a".repeat(64),
  version: "1",
};
const record = (draw: number): DrawRecord => ({
  ...{ draw, settings: { cityCount: 2 }, failure: null, scale: 1.1, outsourcedShares: [0.7, 0.8] },
  variants: [{ local: [1, -2], outsourced: [3, 4], classes: ["weak", "strong"] }],
});

const open = (head: DrawSource) => openJournal(path, head, drawRecordSchema);

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-journal-"));
  path = join(folder, "new/draws.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("opened again, it has every draw that was added, in whatever order", () => {
  const journal = open(source);
  for (const draw of [3, 0, 2]) journal.add(record(draw));
  expect([...open(source).records]).toEqual([3, 0, 2].map((draw) => [draw, record(draw)]));
  journal.remove();
  expect(existsSync(path)).toBe(false);
});

test("a line that was cut short is forgotten, and the next stands by itself", () => {
  open(source).add(record(0));
  appendFileSync(path, JSON.stringify(record(1)).slice(0, 40));
  const journal = open(source);
  expect([...journal.records.keys()]).toEqual([0]);
  journal.add(record(1));
  expect([...open(source).records.keys()]).toEqual([0, 1]);
});

test.each(["", JSON.stringify(source).slice(0, 30), JSON.stringify(source)])(
  "a journal without a whole first line, as a full disk leaves it, is none: %j",
  (text) => {
    open(source);
    writeFileSync(path, text);
    expect(open(source).records.size).toBe(0);
    open(source).add(record(0));
    expect([...open(source).records.keys()]).toEqual([0]);
  },
);

test.runIf(existsSync("/dev/full"))("a disk that is full when a draw is added is named", () => {
  const journal = open(source);
  rmSync(path);
  symlinkSync("/dev/full", path);
  expect(() => journal.add(record(0))).toThrow(/could not be written: the disk is full/);
});

test.each([
  ["seed", { ...source, seed: 8 }],
  ["figures", { ...source, facts: "b".repeat(64) }],
  ["settings", { ...source, base: { cityCount: 3 } }],
  ["version", { ...source, version: "2" }],
])("draws of another %s are refused and kept", (_what, other) => {
  open(source).add(record(0));
  const before = readFileSync(path, "utf8");
  expect(() => open(other)).toThrow(expect.objectContaining({ code: "other-draws" }));
  expect(readFileSync(path, "utf8")).toBe(before);
});

test("a file that is no journal is refused and kept", () => {
  open(source);
  for (const text of ["notes\n", `${JSON.stringify(source)}\n{"draw":0}\n`]) {
    writeFileSync(path, text);
    expect(() => open(source)).toThrow(/Remove the file to begin anew/);
    expect(readFileSync(path, "utf8")).toBe(text);
  }
});
