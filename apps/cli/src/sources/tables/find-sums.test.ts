import { expect, test } from "vitest";
import { findSums } from "./find-sums.ts";

const find = (rows: number[][]) => findSums({ count: rows.length, length: rows[0].length, at: (i, j) => rows[i][j] });

const [a, b, c] = [
  [1, 2, 0, 4],
  [3, 1, 5, 2],
  [2, 2, 2, 9],
];
const add = (...rows: number[][]) => rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0));

test.each([
  ["after all others", [a, b, c, add(a, b, c)], { row: 3, first: 0, last: 2 }],
  ["before all others", [add(a, b, c), a, b, c], { row: 0, first: 1, last: 3 }],
  ["among all others", [a, add(a, b, c), b, c], { row: 1, first: 0, last: 3 }],
  ["of the two before it", [c, a, b, add(a, b), [7, 7, 1, 1]], { row: 3, first: 1, last: 2 }],
  ["of the two after it", [c, add(a, b), a, b, [7, 7, 1, 1]], { row: 1, first: 2, last: 3 }],
  ["rounded as published", [a, b, c, add(a, b, c).map((sum) => sum * (1 + 1e-6))], { row: 3, first: 0, last: 2 }],
])("a sum %s is found", (_name, rows, sum) => expect(find(rows)).toEqual([sum]));

test.each([
  ["that differs in one cell", [a, b, c, add(a, b, c).map((sum, j) => sum + (j === 2 ? 1 : 0))]],
  ["that equals one other row", [a, a, [0, 0, 0, 0]]],
  ["of nothing", [a, b, [0, 0, 0, 0]]],
  ["whose total alone adds up", [a, b, add(a, b).reverse()]],
])("a row %s is no sum", (_name, rows) => expect(find(rows)).toEqual([]));
