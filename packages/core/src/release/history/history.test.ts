import { expect, test } from "vitest";
import { compareFigures, isLarge } from "./compare-figures.ts";
import { compareInputs, findCauses, listChangedKinds } from "./explain-moves.ts";
import { findPublishedRevision, findRevision } from "./last-release.ts";
import type { RegionFigures, ReleaseFigures, ReleaseRecord, StatedCause } from "./release-record.ts";

const region = (code: string, change: Partial<RegionFigures> = {}): RegionFigures => ({
  code,
  name: { en: code, zh: code },
  footprint: { 2012: 1000, 2017: 1200 },
  territorial: { 2012: 500, 2017: 600 },
  outsourcedShare: { 2012: 0.8, 2017: 0.75 },
  localMitigation: 2,
  outsourcedMitigation: 100,
  class: "weak",
  ...change,
});
const figures = (...regions: RegionFigures[]): ReleaseFigures => ({
  ...{ years: [2012, 2017], measure: "sda-polar", priceBasis: "current", classCounts: null, regions },
  totals: { footprint: { 2012: 2000, 2017: 2400 }, territorial: {}, outsourcedShare: {} },
});
const record = (id: string, published: string, change: Partial<ReleaseRecord> = {}): ReleaseRecord => ({
  ...{ schema: "tributary.release-record/v1", id, published, kind: "open-estimate", label: { en: "", zh: "" } },
  ...{ version: "1", previous: null, causes: [], figures: figures(region("a"), region("b")) },
  inputs: { data: {}, method: {}, code: "0", boundary: "0" },
  ...change,
});

test("what is equal does not move; a figure moves by its share of the old one", () => {
  const old = figures(region("a"), region("b"));
  expect(compareFigures(old, old)).toEqual([]);
  const moves = compareFigures(old, figures(region("a", { footprint: { 2012: 1000, 2017: 1206 } }), region("b")));
  expect(moves).toEqual([
    { region: "a", quantity: "footprint", year: "2017", old: 1200, new: 1206, relative: expect.closeTo(0.005, 12) },
  ]);
  expect([isLarge(moves[0], 0.01), isLarge(moves[0], 0.004)]).toEqual([false, true]);
});

test("a mitigation next to nothing is measured against a hundredth of the footprint", () => {
  const [move] = compareFigures(figures(region("a")), figures(region("a", { localMitigation: 2.06 })));
  expect(move.relative).toBeCloseTo(0.06 / 12, 12);
});

test("another class, a region that comes or goes and a figure that was none are no matter of shares", () => {
  const moves = compareFigures(
    figures(region("a"), region("gone"), region("c", { localMitigation: null })),
    figures(region("a", { class: "strong" }), region("c"), region("new")),
  );
  expect(moves.map((move) => [move.region, move.quantity, move.old, move.new])).toEqual([
    ["a", "class", "weak", "strong"],
    ["c", "localMitigation", null, 2],
    ["new", "presence", null, "in the table"],
    ["gone", "presence", "in the table", null],
  ]);
  expect(moves.every((move) => isLarge(move, 1))).toBe(true);
});

test("a cause that names regions explains these and totals, one that names none explains all", () => {
  const note = { en: "", zh: "" };
  const own: StatedCause = { cause: "data", note, regions: ["a"] };
  const all: StatedCause = { cause: "code", note };
  expect(findCauses({ region: "a" }, [own, all])).toEqual([own, all]);
  expect(findCauses({ region: "b" }, [own])).toEqual([]);
  expect(findCauses({ region: null }, [own])).toEqual([own]);
});

test("inputs differ by file, by setting, by code, by boundary", () => {
  const old = { data: { a: "1", b: "2" }, method: { scale: "1" }, code: "x", boundary: "y" };
  const changed = compareInputs(old, { ...old, data: { a: "1", b: "3", c: "4" }, method: { scale: "2" } });
  expect(changed).toEqual({ data: ["b", "c"], method: ["scale"], code: [], boundary: [] });
  expect(listChangedKinds(changed)).toEqual(["data", "method"]);
});

test("a build is compared with the newest of its kind, a published one with the one before it", () => {
  const first = record("one", "2026-01-01");
  const moved = figures(region("a", { class: "strong" }), region("b"));
  const causes: StatedCause[] = [{ cause: "data", note: { en: "n", zh: "n" } }];
  const second = record("two", "2026-02-01", { previous: "one", causes, figures: moved });
  const other = record("table", "2026-03-01", { kind: "imported-table" });
  const records = [first, other, second];
  const work = { id: "three", kind: "open-estimate", figures: first.figures };
  const next = { since: "two", causes };
  expect(findRevision(work, records, next)).toMatchObject({ older: { id: "two" }, causes });
  expect(findRevision(work, records, { ...next, since: "one" })).toMatchObject({ older: { id: "two" }, causes: [] });
  expect(findRevision(second, records, next)?.older.id).toBe("one");
  expect(findRevision(first, records, next)).toBeNull();
  // The same id with other figures is work on the next release, whatever it is called.
  expect(findRevision({ ...second, figures: first.figures }, records)?.older.id).toBe("two");
  expect(findPublishedRevision(second, records)?.moves).toHaveLength(1);
  expect(findPublishedRevision(first, records)).toBeNull();
});
