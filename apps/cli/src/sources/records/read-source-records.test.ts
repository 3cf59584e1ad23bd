import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_PATHS } from "../../paths.ts";
import { FACTS, FactsCopy } from "../facts/facts-copy.ts";
import { readSourceRecords } from "./read-source-records.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-sources-"));
  cpSync(DEFAULT_PATHS.sources, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

test("every shipped file of figures has a record, and its hash is up to date", () => {
  const { records, warnings } = readSourceRecords(DEFAULT_PATHS.sources, FACTS);
  expect(warnings).toEqual([]);
  expect(records).toHaveLength(8);
  expect(records.every(({ licence, citation }) => licence !== "" && citation !== "")).toBe(true);
});

test("an edited file is named, its new hash is kept, and nothing stops", () => {
  const facts = new FactsCopy();
  facts.setCell("deflators.csv", "02", "price_index_2017_over_2012", "0.85");
  const { records, warnings } = readSourceRecords(folder, facts.folder);
  expect(warnings).toEqual([
    expect.objectContaining({
      severity: "warning",
      where: "deflators.csv",
      message: "edited since the source record nbs-producer-prices",
    }),
  ]);
  const shipped = readSourceRecords(folder, FACTS).records.find(({ id }) => id === "nbs-producer-prices");
  expect(records.find(({ id }) => id === "nbs-producer-prices")?.files[0].sha256).not.toBe(shipped?.files[0].sha256);
  facts.remove();
});

describe("refuses", () => {
  test.each([
    [
      "a record without licence",
      () => edit("echarts-map.yaml", "licence: Apache-2.0", ""),
      "echarts-map.yaml:licence",
      "bad-record",
    ],
    [
      "a field nobody knows",
      () => edit("echarts-map.yaml", "licence:", "license: x\nlicence:"),
      "echarts-map.yaml",
      "bad-record",
    ],
    [
      "an address that would run a script",
      () => edit("echarts-map.yaml", "url: https://echarts.apache.org", "url: javascript:alert(1)"),
      "echarts-map.yaml:url",
      "bad-record",
    ],
    [
      "an id that is not the file's name",
      () => edit("echarts-map.yaml", "id: echarts-map", "id: map"),
      "echarts-map.yaml:id",
      "bad-record",
    ],
    [
      "text that is not YAML",
      () => edit("echarts-map.yaml", "producer:", "  producer: ["),
      "echarts-map.yaml:1",
      "not-yaml",
    ],
    ["figures without a record", () => rmSync(join(folder, "nbs-sectors.yaml")), "sectors.csv", "no-source"],
    [
      "a record of a file that is not there",
      () => edit("nbs-sectors.yaml", "path: sectors.csv", "path: sector.csv"),
      "sector.csv",
      "missing-file",
    ],
  ])("%s", (_name, spoil, where, code) => {
    spoil();
    try {
      readSourceRecords(folder, FACTS);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.issues).toContainEqual(expect.objectContaining({ where, code }));
    }
  });
});

test("says that a field is missing, and how to see what a record needs", () => {
  edit("echarts-map.yaml", "licence: Apache-2.0", "");
  expect(() => readSourceRecords(folder, FACTS)).toThrow(
    "echarts-map.yaml:licence  is missing; its type is string  [bad-record]  hint: tributary schema print source",
  );
});

test("says where it looked when there are no records at all", () => {
  expect(() => readSourceRecords(join(folder, "none"), FACTS)).toThrow("There is no folder of source records");
});
