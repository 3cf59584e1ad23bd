import { expect, test } from "vitest";
import { dataFields as en } from "../../../i18n/en/data-fields.ts";
import { dataFields as zh } from "../../../i18n/zh/data-fields.ts";
import { explainField } from "./explain-field.ts";
import { listFields } from "./list-fields.ts";
import { getSchema } from "./schemas.ts";

const FILES = ["Summary", "Cities", "City"] as const;
const SMALL_FILES = ["Sector", "Provinces"] as const;

test.each([...FILES.map((name) => [name, 25] as const), ...SMALL_FILES.map((name) => [name, 5] as const)])(
  "every field of %s is explained in both languages",
  (name, least) => {
    const fields = listFields(getSchema(name));
    expect(fields.length).toBeGreaterThan(least);
    expect(fields.filter((field) => explainField(field, en) === undefined).map(({ path }) => path)).toEqual([]);
    expect(fields.filter((field) => explainField(field, zh) === undefined).map(({ path }) => path)).toEqual([]);
  },
);

test("no explanation is of a field that is gone", () => {
  const held = [...FILES, ...SMALL_FILES].flatMap((name) => listFields(getSchema(name)));
  const known = new Set(held.flatMap(({ name, parent }) => [name, parent, `${parent}.${name}`]));
  expect(Object.keys(en).filter((key) => !known.has(key))).toEqual([]);
});

test("paths, kinds and gaps are read from the schema", () => {
  const fields = new Map(listFields(getSchema("City")).map((field) => [field.path, field]));
  expect(fields.get("origins.{year}[].value")).toMatchObject({ kind: "number", nullable: false });
  expect(fields.get("bound.mitigation")).toMatchObject({ kind: "number", nullable: true, parent: "bound" });
  expect(fields.get("causes.steps[].cause")?.choices).toContain("sourcing");
});
