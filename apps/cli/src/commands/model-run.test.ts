import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

let small: SmallRelease;
let release: string;
beforeAll(async () => {
  small = new SmallRelease();
  await small.build();
  release = small.path;
});
afterAll(() => small.remove());

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

test("another measure and basis can be shown first", async () => {
  const out = join(small.folder, "other");
  const flags = ["--measure", "frozen-intensity", "--price-basis", "current", "--out", out];
  expect((await runMain("model", "run", "--release", release, ...flags)).code).toBe(0);
  const read = (folder: string) => JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  const [other, usual] = [read(out), read(join(release, "results"))];
  const find = ({ counts }: { counts: { measure: string; priceBasis: string }[] }) =>
    counts.find(({ measure, priceBasis }) => measure === "frozen-intensity" && priceBasis === "current");
  expect(other.measure).toBe("frozen-intensity");
  expect(find(other)).toEqual(find(usual));
  expect(other.classCounts).toEqual((find(other) as unknown as { counts: object }).counts);
  const wrong = await runMain("model", "run", "--release", release, "--measure", "frozen", "--dry-run");
  expect(wrong.stderr).toContain("frozen-intensity");
  expect(wrong.code).toBe(2);
});

test("check holds identities, residuals and tables against the numbers", async () => {
  const { code, stdout, stderr } = await runMain("check", "--json", "--release", release);
  const { checks, comparison } = JSON.parse(stdout);
  const byId = new Map(checks.map((check: { id: string }) => [check.id, check]));
  expect(byId.get("origins-add-up-to-production-2012")).toMatchObject({ status: "pass", tolerance: 1e-7 });
  expect(byId.get("residual-own-demand-2017")).toMatchObject({ status: "pass" });
  expect(comparison.note).toContain("independent estimate");
  expect(comparison.comparisons).toHaveLength(2 + 7 * 3);
  expect(comparison.comparisons[0]).toEqual({
    id: "outsourced-share-2012 (calibrated)",
    here: "78.6 %",
    study: "78.6 %",
  });
  expect(comparison.comparisons.at(-1)).toMatchObject({
    id: "beneficiaries:relative:illustrative",
    study: "240 = 65 + 175",
  });
  expect([...byId.keys()].filter((id) => String(id).includes("not-balanced"))).toEqual([]);
  expect(checks.filter(({ status }: { status: string }) => status === "fail")).toEqual([]);
  expect(stderr).toMatch(/\d+ checks, 0 failed, \d+ with warnings\.\n$/);
  expect(code).toBe(0);
  expect((await runMain("check", "--strict", "--release", release)).code).toBe(3);
});

test("a release whose bytes have changed is refused, file by file", async () => {
  const spoiled = join(small.folder, "spoiled");
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

test("a release whose manifest was edited is refused: its names would label other cities' numbers", async () => {
  const edited = join(small.folder, "edited");
  cpSync(release, edited, { recursive: true });
  const file = join(edited, "manifest.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"Changsha"', '"Zhuzhou"'));
  const { code, stderr } = await runMain("model", "run", "--release", edited);
  expect(stderr).toContain("manifest.json  has other bytes than SHA256SUMS says  [hash-mismatch]");
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
