import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { FactsCopy } from "../sources/facts/facts-copy.ts";
import { decodeNpy } from "../store/npy.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

let small: SmallRelease;
let release: string;
beforeAll(async () => {
  small = new SmallRelease();
  await small.build();
  release = small.path;
});
afterAll(() => small.remove());

const read = (file: string) => JSON.parse(readFileSync(join(release, file), "utf8"));

test("a release says what it is, in words and with its settings, sources and limits", () => {
  const manifest = read("manifest.json");
  expect(manifest).toMatchObject({
    id: "small",
    kind: "open-estimate",
    label: { en: "open estimate" },
    redistributable: true,
  });
  expect(manifest.settings.cityCount).toBe(40);
  expect(manifest.sources).toHaveLength(8);
  expect(manifest.regions).toHaveLength(40);
  expect(manifest.calibration.outsourcedShare).toBeCloseTo(0.786, 5);
});

test("its arrays are NumPy files of the shapes in the manifest, its tables CSV", () => {
  for (const { path, shape } of read("manifest.json").arrays)
    expect(decodeNpy(readFileSync(join(release, path)), path).shape).toEqual(shape);
  const [header, first] = readFileSync(join(release, "regions.csv"), "utf8").split("\n");
  expect(header).toContain("code,name_en,name_zh,province,lon,lat,value_added_2012,population_2012");
  expect(first).toMatch(/^\d{6},/);
});

test("datapackage.json names every file with size and hash", () => {
  const { resources } = read("datapackage.json");
  const paths = resources.map(({ path }: { path: string }) => path).sort();
  const files = [...listFiles(release).keys()].map((file) => file.slice(1));
  expect(paths).toEqual(
    files.filter((file) => !["datapackage.json", "SHA256SUMS"].includes(file) && !file.startsWith("results/")),
  );
  expect(resources[0]).toMatchObject({ format: "json", hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
});

test("the same figures give the same bytes, release and results", async () => {
  const again = join(small.folder, "again");
  await small.estimate("--out", again);
  await runMain("model", "run", "--release", again);
  expect([...listFiles(again)]).toEqual([...listFiles(release)]);
});

describe("nothing is written", () => {
  const out = () => join(small.folder, "none");

  test("on a dry run, which reports what it would write", async () => {
    const { code, stdout } = await small.estimate("--out", out(), "--dry-run", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ id: "small", written: false, cities: 40 });
    expect(code).toBe(0);
    expect(existsSync(out())).toBe(false);
  });

  test("units that cityCount leaves out are counted aloud", async () => {
    const { stderr } = await small.estimate("--out", out(), "--dry-run");
    expect(stderr).toMatch(
      /^282 of 322 units with figures are left out, those of least value added: cityCount is 40, at most 329\.$/m,
    );
  });

  test("where figures are wrong, exit 3 with the place", async () => {
    const facts = new FactsCopy();
    facts.setCell("cities.csv", "430100", "va_primary_2012", "n.a.");
    const { code, stderr } = await small.estimate("--out", out(), "--facts", facts.folder);
    expect(stderr).toContain('cities.csv:177:va_primary_2012  not a number "n.a."  [not-finite]');
    expect(code).toBe(3);
    expect(existsSync(out())).toBe(false);
    facts.remove();
  });

  test("where settings are wrong, exit 2 with every one", async () => {
    const bad = join(small.folder, "bad.yaml");
    writeFileSync(bad, "frictionGoods: 9\nfriction: 1\n");
    const { code, stderr } = await runMain("estimate", "--settings", bad, "--out", out());
    expect(stderr).toMatch(/bad\.yaml:frictionGoods {2}.*\[invalid-settings\]/);
    expect(stderr).toContain('"friction"');
    expect(code).toBe(2);
  });

  test.each([
    ["flow: [", /bad\.yaml:2 {2}Flow sequence .*\[not-yaml\]/],
    ["{", /bad\.yaml:2 {2}Flow map must end with a \} {2}\[not-yaml\]/],
    ["cityCount: *n", /bad\.yaml {2}Unresolved alias .*\[not-yaml\]/],
    ["cityCount: 40.5", /bad\.yaml:cityCount {2}.*int.* {2}\[invalid-settings\] {2}hint: 3 to 329 \[cities\]/],
  ])("where settings are %j, exit 2", async (text, message) => {
    const bad = join(small.folder, "bad.yaml");
    writeFileSync(bad, `${text}\n`);
    const { code, stdout, stderr } = await runMain("estimate", "--settings", bad, "--out", out());
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("where the settings are a folder, exit 2", async () => {
    const { code, stderr } = await runMain("estimate", "--settings", small.folder, "--out", out());
    expect(stderr).toContain("it is a folder where a file is needed (EISDIR)");
    expect(code).toBe(2);
  });

  test("under an id that no package of data could have, exit 2", async () => {
    const { code, stderr } = await runMain("estimate", "--id", "My release", "--out", out());
    expect(stderr).toContain("Lower-case letters, digits");
    expect(code).toBe(2);
  });

  test("where no city has a population, exit 3", async () => {
    const facts = new FactsCopy();
    facts.mapColumn("cities.csv", "", "population_2012", () => "");
    const { code, stderr } = await small.estimate("--out", out(), "--facts", facts.folder);
    expect(stderr).toContain("cities.csv:population_2012  no city of the table has a figure  [no-population]");
    expect(code).toBe(3);
    facts.remove();
  });

  test("where a figure cannot be right, exit 3", async () => {
    const facts = new FactsCopy();
    for (const year of [2012, 2017]) facts.setCell("cities.csv", "430100", `va_secondary_${year}`, "0");
    const { code, stderr } = await small.estimate("--out", out(), "--facts", facts.folder);
    expect(stderr).toContain(
      "va_secondary_2012  share of the secondary industry of 430100 Changsha in 2012 is 0.00: no city is outside 0.115 to 0.89  [implausible]",
    );
    expect(code).toBe(3);
    facts.remove();
  });

  test("where no friction gives the share, exit 5", async () => {
    const few = join(small.folder, "few.yaml");
    writeFileSync(few, "cityCount: 3\n");
    const { code, stderr } = await runMain("estimate", "--settings", few, "--out", out());
    expect(stderr).toContain("No common scale of friction");
    expect(code).toBe(5);
    expect(existsSync(out())).toBe(false);
  });

  test("below a file, exit 2 before anything is computed", async () => {
    const { code, stderr } = await small.estimate("--out", join(small.settings, "none"));
    expect(stderr).toBe(`error ${small.settings} is a file, not a folder; choose another --out.\n`);
    expect(code).toBe(2);
  });

  test("over somebody's folder, exit 2", async () => {
    const { code, stderr } = await small.estimate("--out", small.folder);
    expect(stderr).toContain("is not a release (no manifest.json in it)");
    expect(code).toBe(2);
  });
});

test("an edited figure is named and does not stop the build", async () => {
  const facts = new FactsCopy();
  facts.setCell("deflators.csv", "02", "price_index_2017_over_2012", "0.85");
  const { code, stderr } = await small.estimate("--facts", facts.folder, "--dry-run");
  expect(stderr).toContain("warning deflators.csv  edited since the source record nbs-producer-prices  [edited]");
  expect(code).toBe(0);
  facts.remove();
});
