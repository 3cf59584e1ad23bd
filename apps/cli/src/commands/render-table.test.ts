import { expect, test } from "vitest";
import { readTerminalWidth } from "../terminal-width.ts";
import type { ResultColumn } from "./query-definition.ts";
import { renderTable } from "./render-table.ts";

const column = (name: string, values: number[]): ResultColumn => ({ name, kind: "number", values });
const columns: ResultColumn[] = [
  { name: "region", kind: "text", values: ["R1", "R2"] },
  ...Array.from({ length: 9 }, (_, k) => column(`account_of_kind_${k}`, [1000 * k, 5])),
];

test("a table wider than the terminal goes on below, with its first column again and no column lost", () => {
  const lines = renderTable(columns, 60).split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  expect(lines.filter((line) => line.startsWith("region"))).toHaveLength(5);
  expect(lines.join("\n").match(/account_of_kind_\d/g)).toEqual(columns.slice(1).map(({ name }) => name));
  expect(renderTable(columns, 1000).split("\n")).toHaveLength(4);
});

test("a column that is wider than the terminal stands by itself beside the first", () => {
  expect(renderTable([columns[0], column("x".repeat(80), [1, 2]), columns[1]], 60).split("\n")[0]).toContain("xxx");
});

test("COLUMNS goes before the terminal; a pipe has no width", () => {
  expect(readTerminalWidth({ COLUMNS: "60" }, { columns: 100 })).toBe(60);
  expect(readTerminalWidth({ COLUMNS: "wide" }, { columns: 100 })).toBe(100);
  expect(readTerminalWidth({}, {})).toBeUndefined();
});
