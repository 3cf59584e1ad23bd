import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { decodeNpy } from "../../store/npy.ts";
import { makeLevel5Mat, type Rows, writeHdf5Mat } from "../testing/make-mat.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-cities-"));
  file = join(folder, "mrio.mat");
  writeFileSync(join(folder, "regions.csv"), "code,name_en\n110000,Beijing\n430100,Changsha\n");
  writeFileSync(join(folder, "sectors.csv"), "code\n01\n14\n29\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Two cities of three sectors, as large as China. */
function makeFields(): Record<string, Rows> {
  const scale = 1e7;
  const Z = Array.from({ length: 6 }, (_, i) =>
    Array.from({ length: 6 }, (_, j) => scale * (1 + ((i * 5 + j * 3) % 7))),
  );
  const F = Array.from({ length: 6 }, (_, i) => Array.from({ length: 10 }, (_, j) => scale * (8 + ((i + j) % 4))));
  const EX = Array.from({ length: 6 }, (_, i) => [scale * i]);
  const x = Z.map((row, i) => [...row, ...F[i], ...EX[i]].reduce((a, b) => a + b));
  const IM = [Array.from({ length: 16 }, (_, j) => scale * (j % 3))];
  const total = x.map((output, j) => output - Z.reduce((sum, row) => sum + row[j], 0) - IM[0][j]);
  const VA = [...[0.4, 0.2, 0.1, 0.3].map((share) => total.map((value) => share * value)), total];
  const emission = [
    [1, 2, 3],
    [4, 5, 6],
  ].map((row) => row.map((value) => value * 1e8));
  return { Z, F, VA, IM, EX, emission };
}

const importFile = (...flags: string[]) =>
  runMain(
    ...["data", "import", file, "--profile", "ceads-city", "--year", "2017", "--out", join(folder, "out")],
    ...["--regions", join(folder, "regions.csv"), "--sectors", join(folder, "sectors.csv"), "--emissions-unit", "t"],
    ...flags,
  );
const readArray = (name: string) => [...decodeNpy(readFileSync(join(folder, `out/model/2017/${name}.npy`)), name).data];
const BY_REGION = ["--orientation", "regions-by-sectors"];

describe.each<[string, (struct: string | null, fields: Record<string, Rows>) => Promise<void> | void]>([
  ["version 7.3 (HDF5)", (struct, fields) => writeHdf5Mat(file, struct, fields)],
  ["level 5", (struct, fields) => writeFileSync(file, makeLevel5Mat(struct, fields, false))],
  ["level 5, compressed", (struct, fields) => writeFileSync(file, makeLevel5Mat(struct, fields, true))],
])("%s", (_name, write) => {
  test("the struct of the cities: flows row by row, the total of value added, imported inputs", async () => {
    const fields = makeFields();
    await write("MRIO", fields);
    const run = await importFile(...BY_REGION);
    expect(run.code, run.stderr).toBe(0);
    const { tables } = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8"));
    expect(tables[0]).toMatchObject({
      warnings: { count: 0 },
      finalUses: expect.arrayContaining(["rural-households", "inventories"]),
    });
    const output = readArray("output");
    const Z = readArray("requirements").map((share, at) => share * output[at % 6]);
    fields.Z.flat().forEach((flow, at) => {
      expect(Z[at]).toBeCloseTo(flow, 3);
    });
    expect(readArray("value-added")).toEqual(fields.VA[4]);
    expect(readArray("imports")).toEqual(fields.IM[0].slice(0, 6));
    expect(readArray("emissions")).toEqual(fields.emission.flat());
    const demand = readArray("final-demand");
    expect(demand[(3 * 2 + 1) * 6 + 4]).toBe(fields.F[4][1 * 5 + 3]);
  });

  test("other names of the fields, and no struct", async () => {
    const { F, IM, EX, emission, ...rest } = makeFields();
    await write(null, {
      ...rest,
      Y: F,
      Import: IM,
      Export: EX,
      CO2: emission[0].map((_, k) => emission.map((row) => row[k])),
    });
    expect((await importFile("--orientation", "sectors-by-regions")).code).toBe(0);
    expect(readArray("emissions")).toEqual(emission.flat());
  });

  test("refuses emissions the other way round, gaps in value added, lists of another length", async () => {
    const fields = makeFields();
    await write("MRIO", {
      ...fields,
      VA: fields.VA.map((row, k) => (k === 4 ? row.map((value, j) => (j === 2 ? Number.NaN : value)) : row)),
    });
    expect((await importFile()).stderr).toContain(
      "mrio.mat!MRIO.emission  is 2 × 3: which side the regions are on is not said",
    );
    expect((await importFile("--orientation", "sectors-by-regions")).stderr).toContain("[wrong-orientation]");
    const gap = await importFile(...BY_REGION);
    expect(gap).toMatchObject({ code: 3 });
    expect(gap.stderr).toContain('mrio.mat!MRIO.VA(5,3)  not a number "NaN"  value-added → 110000/29  [not-finite]');
    writeFileSync(join(folder, "sectors.csv"), "code\n01\n14\n");
    expect((await importFile(...BY_REGION)).stderr).toContain(
      "mrio.mat!MRIO.Z  is 6 × 6; 2 regions × 2 sectors need 4 × 4",
    );
  });
});

test("value added without its total is not read as one", async () => {
  const { VA, ...rest } = makeFields();
  writeFileSync(file, makeLevel5Mat("MRIO", { ...rest, VA: VA.slice(0, 4) }, true));
  const run = await importFile(...BY_REGION);
  expect(run).toMatchObject({ code: 3 });
  expect(run.stderr).toContain(
    "mrio.mat!MRIO.VA  is 4 × 6; 2 regions × 3 sectors need 5 × 6, the total last, or 6 numbers",
  );
});

test("another file under this name is called what it is", async () => {
  writeFileSync(file, "<!DOCTYPE html><title>Sign in</title>");
  expect((await importFile(...BY_REGION)).stderr).toContain("mrio.mat  is a web page  [not-a-mat-file]");
});

test.each(["version 7.3 (HDF5)", "level 5"])("a file of %s that is cut short", async (version) => {
  if (version === "level 5") writeFileSync(file, makeLevel5Mat("MRIO", makeFields(), false));
  else await writeHdf5Mat(file, "MRIO", makeFields());
  writeFileSync(file, readFileSync(file).subarray(0, 900));
  const run = await importFile(...BY_REGION);
  expect(run).toMatchObject({ code: 3 });
  expect(run.stderr).toContain("[not-a-mat-file]");
});
