import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runMain } from "../../run-main.ts";
import { encodeNpy } from "../../store/npy.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-npy-"));
  writeFileSync(join(folder, "regions.csv"), "code\nA\nB\n");
  writeFileSync(join(folder, "sectors.csv"), "code\nfarms\nmines\nmills\n");
  put("Z", [6, 6], (at) => 1 + (at % 5));
  put("Y", [6, 4], (at) => 10 + at);
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, shape: number[], value: (at: number) => number) =>
  writeFileSync(
    join(folder, `${name}.npy`),
    encodeNpy({ shape, data: Float64Array.from({ length: shape.reduce((a, b) => a * b) }, (_, at) => value(at)) }),
  );
const lists = ["--regions", "regions.csv", "--sectors", "sectors.csv"];
const importFolder = (...flags: string[]) =>
  runMain(
    ...[
      "data",
      "import",
      folder,
      "--profile",
      "npy",
      "--year",
      "2017",
      "--out",
      join(folder, "out"),
      "--unit",
      "Mill EUR",
    ],
    ...lists.map((word) => (word.endsWith(".csv") ? join(folder, word) : word)),
    ...["--emissions-unit", "t", "--stressor", "CO2", ...flags],
  );
const emissions = () => {
  const bytes = readFileSync(join(folder, "out/model/2017/emissions.npy"));
  return [...new Float64Array(new Uint8Array(bytes.subarray(bytes.length - 48)).buffer)];
};

test("names come from the lists, emissions lie as is said", async () => {
  put("F", [2, 3], (at) => at);
  expect((await importFolder()).stderr).toContain(
    "F.npy  is 2 × 3: which side the regions are on is not said  [no-orientation]",
  );
  expect((await importFolder("--orientation", "sectors-by-regions")).stderr).toContain("[wrong-orientation]");
  expect(await importFolder("--orientation", "regions-by-sectors")).toMatchObject({ code: 0 });
  expect(emissions()).toEqual([0, 1, 2, 3, 4, 5]);
  put("F", [3, 2], (at) => at);
  expect(await importFolder("--orientation", "sectors-by-regions")).toMatchObject({ code: 0 });
  expect(emissions()).toEqual([0, 2, 4, 1, 3, 5]);
});

test("a file of several stressors has a row each, named in their order; without a name it is refused", async () => {
  put("F", [2, 6], (at) => at);
  put("F_Y", [2, 2], (at) => 10 * at);
  expect((await importFolder()).stderr).toContain("F.npy  is 2 × 6; emissions of 2 regions × 3 sectors has 6 numbers");
  expect(await importFolder("--stressor", "CH4")).toMatchObject({ code: 0 });
  const { stressors } = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8"));
  expect(stressors.map(({ name }: { name: string }) => name)).toEqual(["CO2", "CH4"]);
  expect(emissions()).toEqual([6, 7, 8, 9, 10, 11]);
  const nameless = await runMain(
    ...["data", "import", join(folder, "F.npy"), "--year", "2017", "--out", join(folder, "out")],
    ...["--emissions-unit", "t"],
  );
  expect(nameless.stderr).toContain("F.npy  does not say what is emitted  [no-stressor]  hint: name its rows with");
});

test("refuses gaps at their place, and shapes that the lists do not give", async () => {
  put("Z", [6, 6], (at) => (at === 8 ? Number.NaN : 1));
  expect((await importFolder()).stderr).toContain('Z.npy[2,3]  not a number "NaN"  A/mines → A/mills');
  put("Z", [5, 5], () => 1);
  expect((await importFolder()).stderr).toContain(
    "Z.npy  is 5 × 5; Z of 2 regions × 3 sectors has 6 × 6  [shape-mismatch]",
  );
});
