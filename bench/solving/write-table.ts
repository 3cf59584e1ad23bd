// The made table as files to import: `node bench/solving/write-table.ts FOLDER [REGIONS]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeNpyFile } from "../../apps/cli/src/store/npy-file.ts";
import { FULL, type MadeTable, makeTable } from "./make-table.ts";

/** Write a table as NumPy files with the lists that they need. */
export function writeTable(folder: string, { R, N, Z, Y, x, v, F }: MadeTable): void {
  mkdirSync(folder, { recursive: true });
  const n = R * N;
  writeNpyFile(join(folder, "Z.npy"), Z, [n, n]);
  writeNpyFile(join(folder, "x.npy"), x, [n]);
  writeNpyFile(join(folder, "VA.npy"), v, [n]);
  writeNpyFile(join(folder, "F.npy"), F, [n]);
  writeNpyFile(join(folder, "Y.npy"), transpose(Y, R, n), [n, R]);
  writeFileSync(join(folder, "regions.csv"), listCodes("R", R));
  writeFileSync(join(folder, "sectors.csv"), listCodes("S", N));
}

/** Consumer after consumer → row-major. */
function transpose(Y: Float64Array, R: number, n: number): Float64Array {
  const rows = new Float64Array(Y.length);
  for (let c = 0; c < R; c++) for (let i = 0; i < n; i++) rows[i * R + c] = Y[c * n + i];
  return rows;
}

function listCodes(letter: string, count: number): string {
  const codes = Array.from({ length: count }, (_, i) => letter + String(i + 1).padStart(3, "0"));
  return `code,name_en,name_zh\n${codes.map((code) => `${code},${code},${code}\n`).join("")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeTable(process.argv[2], makeTable({ ...FULL, R: Number(process.argv[3] ?? FULL.R) }));
