import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { encodeNpy } from "../store/npy.ts";
import { makeLevel5Mat } from "./testing/make-mat.ts";
import { makeWorkbook } from "./testing/make-workbook.ts";
import { layOutProvinces, nameProvinces, nameSectors } from "./testing/provincial-workbook.ts";

/** Mutated files of each kind; together more than 500. */
const ROUNDS = 90;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-fuzz-"));
  writeFileSync(join(folder, "regions.csv"), "code\nA\nB\n");
  writeFileSync(join(folder, "sectors.csv"), "code\nfarms\nmines\nmills\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Repeatable numbers in [0, 1). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const LABELS = ["A", "B"].flatMap((region) => ["farms", "mines", "mills"].map((sector) => [region, sector]));
const cell = (i: number, j: number) => 3 + ((5 * i + 3 * j) % 7);
const Z = LABELS.map((_, i) => LABELS.map((_, j) => cell(i, j)));
const Y = LABELS.map((_, i) => [40 + i, 50 - i]);
const x = Z.map((row, i) => [...row, ...Y[i]].reduce((a, b) => a + b));
const text = (rows: readonly (readonly (string | number)[])[]) => `${rows.map((row) => row.join(",")).join("\n")}\n`;
const table = (columns: readonly (readonly string[])[], numbers: readonly (readonly number[])[]) =>
  text([
    ...[0, 1].map((k) => ["", "", ...columns.map((label) => label[k])]),
    ...LABELS.map((label, i) => [...label, ...numbers[i]]),
  ]);

/** Files of a kind, the one that is spoilt first, and how they are imported. Output is stated: wrong numbers show. */
interface Kind {
  files: Record<string, Uint8Array | string>;
  flags: readonly string[];
}
const lists = () => ["--regions", join(folder, "regions.csv"), "--sectors", join(folder, "sectors.csv")];
const units = ["--unit", "Mill EUR", "--emissions-unit", "t"];
const csv = {
  "Y.csv": table(
    [
      ["A", "use"],
      ["B", "use"],
    ],
    Y,
  ),
  "x.csv": text([["region", "sector", "output"], ...LABELS.map((label, i) => [...label, x[i]])]),
};
const npy = (rows: readonly (readonly number[])[]) =>
  encodeNpy({ data: Float64Array.from(rows.flat()), shape: [rows.length, rows[0].length] });
const KINDS: Record<string, () => Kind> = {
  csv: () => ({ files: { "Z.csv": table(LABELS, Z), ...csv }, flags: ["--profile", "csv", ...units] }),
  npy: () => ({
    files: { "Z.npy": npy(Z), "Y.npy": npy(Y), "x.npy": npy([x]) },
    flags: ["--profile", "npy", ...units, ...lists()],
  }),
  xlsx: () => ({
    files: { "table.xlsx": makeWorkbook({ Table: layOutProvinces(nameProvinces(2), nameSectors(3), true, 3e5) }) },
    flags: ["--profile", "ceads-provincial"],
  }),
  "mat, compressed": () => ({
    files: {
      "cities.mat": makeLevel5Mat(
        "MRIO",
        { Z: Z.map((row) => row.map((value) => value * 3e6)), F: Y.map((row) => row.map((value) => value * 3e6)) },
        true,
      ),
    },
    flags: ["--profile", "ceads-city", ...lists()],
  }),
};

/** Import a spoilt file into a new place; whatever happens, there is no bug and nothing half-written. */
async function importSpoilt({ files, flags }: Kind, spoilt: Uint8Array, round: string) {
  const input = join(folder, round, "in");
  const out = join(folder, round, "out");
  const [first] = Object.keys(files);
  mkdirSync(input, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(input, name), name === first ? spoilt : content);
  const run = await runMain("data", "import", input, ...flags, "--year", "2017", "--out", out);
  expect([0, 2, 3, 5], `${round}: ${run.stderr}`).toContain(run.code);
  expect(readdirSync(dirname(out)).sort()).toEqual(run.code === 0 ? ["in", "out"] : ["in"]);
  if (run.code === 3) expect(run.stderr, round).toMatch(/\n {2}\S.* {2}\[[a-z0-9-]+\]/);
  return { run, read: () => readFileSync(join(out, "model/2017/requirements.npy")) };
}

/** Change, take out, double or add some bytes, or cut the file short. */
function spoilBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const some = 1 + Math.floor(random() * 12);
  const parts = [
    () => [bytes.subarray(0, at), Uint8Array.from({ length: some }, () => random() * 256), bytes.subarray(at + some)],
    () => [bytes.subarray(0, at), bytes.subarray(at + some)],
    () => [bytes.subarray(0, at), bytes.subarray(Math.max(0, at - some))],
    () => [bytes.subarray(0, at)],
    () => [
      bytes.subarray(0, at),
      Uint8Array.from([bytes[at] ^ (1 << Math.floor(random() * 8))]),
      bytes.subarray(at + 1),
    ],
  ][Math.floor(random() * 5)]();
  return Buffer.concat(parts);
}

test.each(Object.keys(KINDS))(
  "%s: spoilt bytes are refused at their place, or change nothing but numbers",
  async (name) => {
    const kind = KINDS[name]();
    const [content] = Object.values(kind.files);
    const whole = typeof content === "string" ? Buffer.from(content) : content;
    const sound = await importSpoilt(kind, whole, `${name}-sound`);
    expect(sound.run.code, sound.run.stderr).toBe(0);
    const random = makeRandom(7);
    let refused = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { run, read } = await importSpoilt(kind, spoilBytes(whole, random), `${name}-${round}`);
      if (run.code !== 0) refused++;
      // A checksum tells every change of a compressed file.
      else if (name !== "csv" && name !== "npy") expect(read().equals(sound.read()), `${name}-${round}`).toBe(true);
    }
    expect(refused).toBeGreaterThan(ROUNDS / 4);
  },
);

/** What no number is, and what is a number elsewhere. */
const TOKENS = [
  "",
  "n.a.",
  "#REF!",
  "#DIV/0!",
  "NaN",
  "inf",
  "-",
  "1,5",
  "1 234",
  "0x1F",
  "1e999",
  "12%",
  "1.2.3",
  "--4",
  "五",
  "2017-01-05",
  "TRUE",
];

test("csv: every cell that is no number, and every row or column too few or too many, is refused at its place", async () => {
  const kind = KINDS.csv();
  const lines = (kind.files["Z.csv"] as string)
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const random = makeRandom(11);
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const rows = lines.map((line) => [...line]);
    const [i, j] = [2 + Math.floor(random() * 6), 2 + Math.floor(random() * 6)];
    const token = TOKENS[Math.floor(random() * TOKENS.length)];
    const changes = [
      () => (rows[i][j] = token.includes(",") ? `"${token}"` : token),
      () => rows.splice(i, 1),
      () => rows.splice(i, 0, rows[i]),
      () => rows[i].splice(j, 1),
      () => rows.map((row) => row.splice(j, 1)),
      () => (rows[1][j] = "nothing"),
      () => (rows[i][j] = String(1000 * Number(rows[i][j]))),
    ];
    const kindOfChange = Math.floor(random() * changes.length);
    changes[kindOfChange]();
    const { run } = await importSpoilt(kind, Buffer.from(text(rows)), `token-${round}`);
    expect(run.code, `${round} ${kindOfChange} "${token}" at ${i + 1}:${j + 1}: ${run.stderr}`).toBe(3);
    if (kindOfChange === 0) expect(run.stderr).toContain(`Z.csv:${i + 1}:${j + 1}  `);
  }
  expect(existsSync(join(folder, "token-0", "out"))).toBe(false);
});

/** Take a heading out, double or move it, let two change places, or shift the rest of the row. */
function spoilHeadings(row: (string | number)[], random: () => number): void {
  const [i, j] = [0, 0].map(() => 3 + Math.floor(random() * (row.length - 3)));
  const changes = [
    () => (row[i] = ""),
    () => (row[i] = row[j]),
    () => ([row[i], row[j]] = [row[j], row[i]]),
    () => row.splice(i, 0, ""),
    () => row.splice(i, 1),
    () => row.splice(j, 0, ...row.splice(i, 1 + Math.floor(random() * 4))),
  ];
  changes[Math.floor(random() * changes.length)]();
}

test("xlsx: headings in another's place are refused or warned of, or the table is the same", async () => {
  const { flags } = KINDS.xlsx();
  const sheet = (spoil: (rows: (string | number)[][]) => void) => {
    const rows = layOutProvinces(nameProvinces(3), nameSectors(3), true, 2e5).map((row) => [...row]);
    spoil(rows);
    return makeWorkbook({ Table: rows });
  };
  const importSheet = (bytes: Uint8Array, round: string) =>
    importSpoilt({ files: { "table.xlsx": bytes }, flags: [...flags, "--json"] }, bytes, round);
  const readAll = (round: string) =>
    ["requirements", "final-demand", "exports", "value-added"].map((name) =>
      readFileSync(join(folder, round, `out/model/2017/${name}.npy`), "latin1"),
    );
  expect(
    (
      await importSheet(
        sheet(() => {}),
        "headings-sound",
      )
    ).run.code,
  ).toBe(0);
  const sound = readAll("headings-sound");
  const random = makeRandom(1234);
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const name = `headings-${round}`;
    const bytes = sheet((rows) => spoilHeadings(rows[1 + Math.floor(random() * 2)], random));
    const { run } = await importSheet(bytes, name);
    if (run.code !== 0) refused++;
    else if (JSON.parse(run.stdout).warnings.length === 0) expect(readAll(name), name).toEqual(sound);
  }
  expect(refused).toBeGreaterThan(ROUNDS / 2);
});
