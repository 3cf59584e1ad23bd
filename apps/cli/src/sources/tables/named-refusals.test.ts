import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { type Cells, layOut, TWO_CITIES, UNITS, writeCells } from "../testing/table-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-named-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const out = () => join(folder, "out");
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Import files of cells. */
async function importCells(files: Readonly<Record<string, Cells>>, ...flags: string[]) {
  writeCells(join(folder, "in"), files);
  return importFiles([join(folder, "in")], ...flags);
}

async function importFiles(paths: readonly string[], ...flags: string[]) {
  const run = await runMain("data", "import", ...paths, "--year", "2017", "--out", out(), ...UNITS, ...flags);
  if (run.code !== 0) expect(existsSync(out())).toBe(false);
  return run;
}

/** A region of three sectors, in rows and columns as a spreadsheet shows them, with a last one. */
function layOutSum(name: string): Record<string, Cells> {
  const sectors = ["farms", "mills", "shops", name];
  const withSum = (rows: number[][]) => [...rows, rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0))];
  const Z = withSum([
    [10, 20, 5, 35],
    [15, 60, 25, 100],
    [5, 30, 40, 75],
  ]);
  const use = [[65], [150], [175], [390]];
  return layOut({ regions: ["DE"], sectors, uses: ["final use"], Z, Y: use, F: [30, 120, 15, 165] });
}

describe("sums of other rows and columns", () => {
  test.each(["Total", "合计", "Sum", "Summe", "Subtotal"])(
    "called %s are refused at every place, in one pass",
    async (name) => {
      const run = await importCells(layOutSum(name));
      expect(run).toMatchObject({ code: 3 });
      for (const place of ["Z.csv:1:6", "Z.csv:6", "Y.csv:6", "F.csv:5"])
        expect(run.stderr).toContain(`${place}  "${name}" is no sector but names a sum of others`);
      expect(run.stderr).toContain("The table cannot be used: 4 problems in 3 files.");
    },
  );

  test("are refused by value, whatever they are called", async () => {
    const run = await importCells(layOutSum("economy"));
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(
      "DE/economy is the sum of 3 others, from DE/farms to DE/shops, in every cell  [total]",
    );
  });

  test("a region that is the sum of the others is refused by value", async () => {
    const files = layOut({
      ...TWO_CITIES,
      regions: ["a", "b", "both"],
      Z: [1, 2, 4, 8, 5, 10].map((row, i) => [1, 2, 3, 4, 4, 6].map((column) => row * column + (i % 2))),
      Y: [9, 7, 5, 6, 14, 13].map((row) => [row, 2 * row, 3 * row]),
      F: [1, 1, 1, 1, 2, 2],
    });
    files.Z[2].splice(2, 6, 1, 2, 3, 4, 4, 6);
    files.Z[4].splice(2, 6, 7, 5, 3, 9, 1, 2);
    files.Z[6].splice(2, 6, 8, 7, 6, 13, 5, 8);
    files.Z[7].splice(2, 6, ...[0, 1, 2, 3, 4, 5].map((j) => Number(files.Z[3][j + 2]) + Number(files.Z[5][j + 2])));
    const run = await importCells(files);
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain("both is the sum of a and b in every cell  [total]");
  });

  test("a final use that is the sum of others is refused by name and by value", async () => {
    const three = { ...TWO_CITIES, uses: ["households", "state", "whole"] };
    const Y = TWO_CITIES.Y.map(([a, b]) => [a, 1, a + 1, b, 2, b + 2]);
    const byValue = await importCells(layOut({ ...three, Y }));
    expect(byValue.stderr).toContain("final demand  whole is the sum of households and state in every cell  [total]");
    const byName = await importCells(layOut({ ...three, uses: ["households", "state", "Total final demand"], Y }));
    expect(byName.stderr).toContain('Y.csv:1:5  "Total final demand" is the sum of other final uses');
  });

  test("costs that are the sum of others are refused by name and by value; alone they are read", async () => {
    const head = layOut(TWO_CITIES).Z.slice(0, 2);
    const costs = (name: string): Cells =>
      [...head, ["", "wages", 1, 2, 3, 4], ["", "profits", 5, 6, 1, 2], ["", name, 6, 8, 4, 6]].map((row, k) =>
        k < 2 ? row : row.slice(1),
      );
    const VA = costs("Total value added").map((row, k) => (k < 2 ? row.slice(1) : row));
    const byName = await importCells({ ...layOut(TWO_CITIES), VA });
    expect(byName.stderr).toContain('VA.csv:5  "Total value added" is the sum of others, which are read too  [total]');
    const whole = costs("primary").map((row, k) => (k < 2 ? row.slice(1) : row));
    const byValue = await importCells({ ...layOut(TWO_CITIES), VA: whole });
    expect(byValue.stderr).toContain("primary is the sum of wages and profits in every cell  [total]");
    const alone = await importCells({ ...layOut(TWO_CITIES), VA: [...VA.slice(0, 2), VA[4]] });
    expect(alone.code, alone.stderr).toBe(0);
  });

  test("a table whose one sector is the total has nothing to count twice", async () => {
    const run = await importCells(
      layOut({
        ...TWO_CITIES,
        sectors: ["Total"],
        Z: [
          [1, 2],
          [3, 4],
        ],
        Y: [
          [5, 6],
          [7, 8],
        ],
        F: [1, 2],
      }),
    );
    expect(run.code, run.stderr).toBe(0);
  });
});

describe("a concordance", () => {
  const map = (text: string) => ["--concordance", write("map.csv", text)];

  test("with weights of 1 is as one without", async () => {
    const run = await importCells(layOut(TWO_CITIES), ...map("from,to,weight\n01,all,1\n14,all,1.0\n"), "--strict");
    expect(run.code, run.stderr).toBe(0);
  });

  test.each(["weight", "share_2020", "w"])("with another weight, in a column %s, is refused", async (column) => {
    const run = await importCells(layOut(TWO_CITIES), ...map(`from,to,${column}\n01,all,1\n14,all,0.5\n`));
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(
      `map.csv:3:${column}  14 goes to all with weight 0.5, and a sector can only go as a whole`,
    );
  });

  test("and other lists: columns that are not read are named, and stop under --strict", async () => {
    const flags = map("from,to,comment\n01,all,farms\n14,all,mills\n");
    const run = await importCells(layOut(TWO_CITIES), ...flags);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain("warning map.csv:1:comment  is not read: the columns of this list are from, to");
    rmSync(out(), { recursive: true });
    expect(await importCells(layOut(TWO_CITIES), ...flags, "--strict")).toMatchObject({ code: 3 });
    const regions = write("regions.csv", "code,name_en,alias\n110000,Beijing,Peking\n430100,Changsha,\n");
    const named = await importCells(layOut(TWO_CITIES), "--regions", regions);
    expect(named.stderr).toMatch(/regions\.csv:1:alias {2}is not read: .* Did you mean aliases\?/);
  });
});

describe("two regions of one name", () => {
  const list = "code,name_en,name_zh,aliases\n320500,Suzhou,苏州,苏州市\n341300,Suzhou,宿州,宿州市\n";

  test("are refused by that name, with both codes", async () => {
    const files = layOut({ ...TWO_CITIES, regions: ["Suzhou", "宿州市"] });
    const run = await importCells(files, "--regions", write("regions.csv", list));
    expect(run).toMatchObject({ code: 3 });
    expect(run.stderr).toContain(
      'Z.csv:3  "Suzhou" is the name of 2 regions: 320500 Suzhou 苏州, 341300 Suzhou 宿州  [ambiguous-region]',
    );
  });

  test("are both offered by queries and scenarios; other names of the list work, in later years too", async () => {
    const files = layOut({ ...TWO_CITIES, regions: ["苏州市", "宿州市"] });
    const added = await importCells(files, "--regions", write("regions.csv", list));
    expect(added.code, added.stderr).toBe(0);
    await runMain("data", "import", join(folder, "in"), "--year", "2018", "--out", out(), ...UNITS);
    expect(await runMain("model", "run", "--release", out())).toMatchObject({ code: 0 });
    const ask = (region: string) => runMain("query", "footprint", "--region", region, "--release", out(), "--json");
    expect(JSON.parse((await ask("宿州市")).stdout).rows[0].code).toBe("341300");
    const refused = await ask("Suzhou");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/320500 Suzhou 苏州.*341300 Suzhou 宿州/);
  });
});

describe("files of any name", () => {
  test("are read where --as states their parts, text and NumPy", async () => {
    writeCells(join(folder, "in"), layOut(TWO_CITIES));
    renameSync(join(folder, "in/Z.csv"), join(folder, "in/my table.data"));
    const paths = ["my table.data", "Y.csv", "F.csv"].map((name) => join(folder, "in", name));
    const refused = await importFiles(paths);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toMatch(
      /my table\.data is text that begins with ",,110000.*" *, and its name does not say .*--as/,
    );
    const run = await importFiles(paths, "--as", "Z,Y,emissions");
    expect(run.code, run.stderr).toBe(0);
    expect(await runMain("data", "inspect", ...paths, "--as", "Z,Y,emissions")).toMatchObject({ code: 0 });
  });
});

describe("files that are no UTF-8", () => {
  const french = { ...TWO_CITIES, regions: ["Réunion", "Côte d'Ivoire"] };
  const encode = (bytes: (text: string) => Buffer) => {
    const files = writeCells(join(folder, "in"), layOut(french));
    const paths = ["Z", "Y", "F"].map((part) => join(files, `${part}.csv`));
    for (const [k, rows] of [layOut(french).Z, layOut(french).Y, layOut(french).F].entries())
      writeFileSync(paths[k], bytes(`${rows.map((row) => row.join(",")).join("\n")}\n`));
    return paths;
  };

  test("are refused with an encoding that fits, and read in it, lists as well", async () => {
    const paths = encode((text) => Buffer.from(text, "latin1"));
    const refused = await importFiles(paths);
    expect(refused.stderr).toContain(
      "Z.csv:1  is not utf-8 text  [bad-encoding]  hint: it reads as windows-1252: state --encoding windows-1252",
    );
    writeFileSync(join(folder, "regions.csv"), Buffer.from("code,name_en\nre,Réunion\nci,Côte d'Ivoire\n", "latin1"));
    const run = await importFiles(paths, "--encoding", "latin1", "--regions", join(folder, "regions.csv"));
    expect(run.code, run.stderr).toBe(0);
  });
});

test.skipIf(process.platform === "win32").each([
  ["a table", ["data", "import", "PIPE", "--as", "Z", "--profile", "csv", "--year", "2017", ...UNITS], "pipe"],
  [
    "a NumPy file",
    ["data", "inspect", "PIPE", "--as", "Z", "--profile", "npy", "--regions", "LIST", "--sectors", "LIST"],
    "pipe",
  ],
  ["a workbook", ["data", "inspect", "PIPE", "--profile", "ceads-provincial"], "pipe"],
  [
    "a MATLAB file",
    ["data", "inspect", "PIPE", "--profile", "ceads-city", "--regions", "LIST", "--sectors", "LIST"],
    "pipe",
  ],
  ["a list", ["data", "inspect", "LIST", "--as", "Z", "--profile", "csv", "--regions", "PIPE"], "pipe"],
  ["a scenario", ["scenario", "validate", "PIPE"], "pipe"],
  ["settings", ["estimate", "--settings", "PIPE", "--dry-run"], "pipe"],
  ["anything without a layout", ["data", "inspect", "/dev/zero"], "device"],
])("%s that is no file is refused at once", async (_name, words, kind) => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  const list = write("list.csv", "code\n1\n");
  const placed = words.map((word) => word.replace("PIPE", join(folder, "pipe")).replace("LIST", list));
  const run = await runMain(...placed, ...(words[1] === "import" ? ["--out", out()] : []));
  expect([2, 3]).toContain(run.code);
  expect(run.stderr).toContain(`is a ${kind}, not a file`);
});
