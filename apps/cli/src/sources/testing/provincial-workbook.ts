import { PROVINCES } from "../ceads/provinces.ts";
import type { Cells } from "./table-files.ts";

const USES = [
  "Rural household consumption",
  "Urban household consumption",
  "Government consumption",
  "Fixed capital formation",
  "Changes in inventories",
];

/** Numbers of a small table that balances by row and column. */
function makeNumbers(n: number, R: number) {
  const cell = (i: number, j: number) => 1 + ((i * 7 + j * 13) % 10);
  const Z = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => cell(i, j)));
  const Y = Array.from({ length: n }, (_, i) =>
    Array.from({ length: R * USES.length }, (_, j) => 3 * n * (1 + ((i + j) % 3))),
  );
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const e = Array.from({ length: n }, (_, i) => i % 5);
  const x = Z.map((row, i) => sum(row) + sum(Y[i]) + e[i]);
  const m = x.map((_, j) => 2 + (j % 3));
  const v = x.map((output, j) => output - sum(Z.map((row) => row[j])) - m[j]);
  return { Z, Y, e, x, m, v };
}

/**
 * The rows of a sheet in CEADs' layout: title, provinces at the beginning of their blocks, sectors, codes, and the table.
 *
 * @param names Of the provinces, as the variant spells them.
 * @param consistent Whether there is a column of intermediate totals, as in `Table_2017_consistent`.
 * @param scale What the numbers are multiplied with.
 */
export function layOutProvinces(
  names: readonly string[],
  sectors: readonly string[],
  consistent: boolean,
  scale = 1,
): Cells {
  const [R, N] = [names.length, sectors.length];
  const n = R * N;
  const { Z, Y, e, x, m, v } = makeNumbers(n, R);
  const blocks = (labels: readonly string[], size: number) =>
    labels.flatMap((label) => [label, ...new Array<string>(size - 1).fill("")]);
  const repeat = (labels: readonly string[]) => names.flatMap(() => labels);
  const codes = sectors.map((_, k) => String(k + 1).padStart(2, "0"));
  const between = consistent ? ["Total intermediate use"] : [];
  const last = ["Exports", "Others", "Total final use", "Total output"];
  const scaled = (values: readonly number[]) => values.map((value) => value * scale);
  const total = (values: readonly number[]) => (consistent ? [scale * values.reduce((a, b) => a + b, 0)] : []);
  const below = (label: string, code: string, values: readonly number[]) => ["", label, code, ...scaled(values)];
  return [
    ["China multi-regional input-output table"],
    ["", "", "", ...blocks(names, N), ...between.map(() => ""), ...blocks(names, USES.length), ...last.map(() => "")],
    ["", "", "", ...repeat(sectors), ...between, ...repeat(USES), ...last],
    [
      "",
      "",
      "",
      ...repeat(codes),
      ...between.map(() => "TII"),
      ...repeat(["FU101", "FU102", "FU103", "FU201", "FU202"]),
      ...last.map(() => ""),
    ],
    ...Z.map((row, i) => [
      ...[i % N === 0 ? names[i / N] : "", sectors[i % N], codes[i % N]],
      ...[...scaled(row), ...total(row), ...scaled(Y[i]), scale * e[i], 0, 0, scale * x[i]],
    ]),
    below("Imports", "IM", m),
    below(
      "Total intermediate inputs",
      "TII",
      Z[0].map((_, j) => Z.reduce((sum, row) => sum + row[j], 0)),
    ),
    below(
      "Compensation of employees",
      "VA001",
      v.map((value) => value / 2),
    ),
    below(
      "Operating surplus",
      "VA004",
      v.map((value) => value / 2),
    ),
    below("Total value added", "TVA", v),
    below("Total input", "TI", x),
  ];
}

/** Names of the first provinces in English, with CEADs' spelling of Shaanxi. */
export function nameProvinces(count: number): string[] {
  return PROVINCES.entries.slice(0, count).map(({ name }) => (name.en === "Shaanxi" ? "Shannxi" : name.en));
}

/** Made-up sectors. */
export function nameSectors(count: number): string[] {
  return Array.from({ length: count }, (_, k) => (k === 0 ? "Other manufacturing" : `Sector ${k + 1}`));
}
