import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { FactsCopy } from "../sources/facts/facts-copy.ts";
import { decodeNpy } from "../store/npy.ts";

/** Forty cities: small enough to build in seconds, large enough to reach the published share. */
let folder: string;
let settings: string;
let release: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-small-"));
  settings = join(folder, "small.yaml");
  release = join(folder, "small");
  writeFileSync(settings, "cityCount: 40\n");
  expect(await estimate("--out", release)).toMatchObject({ code: 0, stdout: "" });
  expect(await runMain("model", "run", "--release", release)).toMatchObject({ code: 0, stdout: "" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const estimate = (...flags: string[]) => runMain("estimate", "--settings", settings, "--id", "small", ...flags);
const read = (file: string) => JSON.parse(readFileSync(join(release, file), "utf8"));

/** Every file below a folder with its bytes. */
function listFiles(path: string): Map<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(path.length), readFileSync(file, "base64")]),
  );
}

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
  expect(paths).toEqual(files.filter((file) => file !== "datapackage.json" && !file.startsWith("results/")));
  expect(resources[0]).toMatchObject({ format: "npy", hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
});

test("the same figures give the same bytes, release and results", async () => {
  const again = join(folder, "again");
  await estimate("--out", again);
  await runMain("model", "run", "--release", again);
  expect([...listFiles(again)]).toEqual([...listFiles(release)]);
});

test("results answer queries, and the tables hold the same figures", async () => {
  const { stdout } = await runMain(
    "query",
    "footprint",
    "--city",
    "上海",
    "--year",
    "2017",
    "--json",
    "--release",
    release,
  );
  const [row] = JSON.parse(stdout).rows;
  const bytes = readFileSync(join(release, "results/origin-consumer.parquet"));
  const pairs = await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  });
  expect(pairs).toHaveLength(1600);
  const toShanghai = pairs.filter(({ consumer }) => consumer === "310000");
  expect(toShanghai.reduce((sum, pair) => sum + pair.emissions_2017_t, 0)).toBeCloseTo(row.footprint_t, 0);
  const origins = JSON.parse(
    (await runMain("query", "origins", "--city", "310000", "--year", "2017", "--json", "--release", release)).stdout,
  );
  expect(origins.rows).toHaveLength(40);
  expect(origins.rows.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1, 9);
});

test("check holds identities, residuals and tables against the numbers", async () => {
  const { code, stdout, stderr } = await runMain("check", "--json", "--release", release);
  const { checks } = JSON.parse(stdout);
  const byId = new Map(checks.map((check: { id: string }) => [check.id, check]));
  expect(byId.get("origins-add-up-to-production-2012")).toMatchObject({ status: "pass", tolerance: 1e-7 });
  expect(byId.get("residual-own-demand-2017")).toMatchObject({ status: "pass" });
  expect(byId.get("study-outsourced-share-2012")).toMatchObject({
    status: "pass",
    worst: ["here 0.786, in the study 0.786"],
  });
  expect(checks.filter(({ status }: { status: string }) => status === "fail")).toEqual([]);
  expect(stderr).toMatch(/\d+ checks, 0 failed, \d+ with warnings\.\n$/);
  expect(code).toBe(0);
  expect((await runMain("check", "--strict", "--release", release)).code).toBe(3);
});

describe("nothing is written", () => {
  const out = () => join(folder, "none");

  test("on a dry run, which reports what it would write", async () => {
    const { code, stdout } = await estimate("--out", out(), "--dry-run", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ id: "small", written: false, cities: 40 });
    expect(code).toBe(0);
    expect(existsSync(out())).toBe(false);
  });

  test("where figures are wrong, exit 3 with the place", async () => {
    const facts = new FactsCopy();
    facts.setCell("cities.csv", "430100", "va_primary_2012", "n.a.");
    const { code, stderr } = await estimate("--out", out(), "--facts", facts.folder);
    expect(stderr).toContain('cities.csv:177:va_primary_2012  not a number "n.a."  [not-finite]');
    expect(code).toBe(3);
    expect(existsSync(out())).toBe(false);
    facts.remove();
  });

  test("where settings are wrong, exit 2 with every one", async () => {
    const bad = join(folder, "bad.yaml");
    writeFileSync(bad, "frictionGoods: 9\nfriction: 1\n");
    const { code, stderr } = await runMain("estimate", "--settings", bad, "--out", out());
    expect(stderr).toMatch(/bad\.yaml:frictionGoods {2}.*\[invalid-settings\]/);
    expect(stderr).toContain('"friction"');
    expect(code).toBe(2);
  });

  test("where no friction gives the share, exit 5", async () => {
    const few = join(folder, "few.yaml");
    writeFileSync(few, "cityCount: 3\n");
    const { code, stderr } = await runMain("estimate", "--settings", few, "--out", out());
    expect(stderr).toContain("No common scale of friction");
    expect(code).toBe(5);
    expect(existsSync(out())).toBe(false);
  });

  test("over somebody's folder, exit 2", async () => {
    const { code, stderr } = await estimate("--out", folder);
    expect(stderr).toContain("is not a release (no manifest.json in it)");
    expect(code).toBe(2);
  });
});

test("an edited figure is named and does not stop the build", async () => {
  const facts = new FactsCopy();
  facts.setCell("deflators.csv", "02", "price_index_2017_over_2012", "0.85");
  const { code, stderr } = await estimate("--facts", facts.folder, "--dry-run");
  expect(stderr).toContain("warning deflators.csv  edited since the source record nbs-producer-prices  [edited]");
  expect(code).toBe(0);
  facts.remove();
});

test("a release whose bytes have changed is refused, file by file", async () => {
  const spoiled = join(folder, "spoiled");
  cpSync(release, spoiled, { recursive: true });
  rmSync(join(spoiled, "model/friction.npy"));
  const file = join(spoiled, "model/2012/output.npy");
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(file, bytes);
  const { code, stderr } = await runMain("model", "run", "--release", spoiled);
  expect(stderr).toContain("model/friction.npy  is not there  [missing-array]");
  expect(stderr).toContain("model/2012/output.npy  has other bytes than the manifest says  [hash-mismatch]");
  expect(code).toBe(3);
});

test("an interrupt while solving leaves the results as they were", async () => {
  const before = listFiles(release);
  const command = join(import.meta.dirname, "../../bin/tributary.js");
  const child = spawn(process.execPath, [command, "model", "run", "--release", release]);
  await once(child.stderr, "data");
  child.kill("SIGINT");
  const [status, signal] = await once(child, "exit");
  expect(status === 130 || signal === "SIGINT").toBe(true);
  expect([...listFiles(release)]).toEqual([...before]);
  expect(readdirSync(release).filter((name) => name.startsWith("."))).toEqual([]);
});
