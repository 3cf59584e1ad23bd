import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Run, runMain } from "../run-main.ts";
import { layOut, type SmallTable, TWO_CITIES as TABLE, UNITS, writeCells } from "../sources/testing/table-files.ts";
import { ZipFile } from "../sources/xlsx/zip-file.ts";
import { digestBytes } from "../store/write-into.ts";
import { listFiles } from "./small-release.ts";

const OLDER = resolve(import.meta.dirname, "../releases/testing/small-2026.1");
const TERMS = "producer: P\ntitle: T\ncitation: C\nurl: null\ndate: '2020'\nlicence: L\n";

let parent: string;
let archive: string;
const folder = (id: string) => join(parent, id);

/** Import a table under an id and compute its results. */
async function make(id: string, table: SmallTable, terms = "redistributable: true\n"): Promise<void> {
  const files = writeCells(join(parent, `tables-of-${id}`), layOut(table));
  const source = join(parent, `${id}.source.yaml`);
  writeFileSync(source, TERMS + terms);
  for (const [year, ...more] of [["2012"], ["2017"]]) {
    const units = [...UNITS, "--source", source];
    const argv = ["data", "import", files, "--profile", "csv", "--year", year, "--out", folder(id), ...units, ...more];
    expect((await runMain(...argv)).code).toBe(0);
  }
  expect((await runMain("model", "run", "--release", folder(id))).code).toBe(0);
}

function create(id: string, ...flags: string[]): Promise<Run> {
  const places = ["--release", folder(id), "--archive", archive, "--out", join(parent, "frozen", id)];
  return runMain("release", "create", id, ...places, ...flags);
}

function writeCauses(name: string, text: string): string[] {
  writeFileSync(join(parent, name), text);
  return ["--causes", join(parent, name)];
}

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "tributary-releases-"));
  archive = join(parent, "archive");
  await make("one", TABLE);
  // Only the second region's steel is another.
  await make("two", { ...TABLE, F: [5, 40, 3, 77] });
});
afterAll(() => rmSync(parent, { recursive: true }));

describe("release create", () => {
  test("a first release is frozen with the hash of every file, and recorded; it is published once", async () => {
    const dry = await create("one", "--date", "2026-01-01", "--dry-run", "--json");
    expect(JSON.parse(dry.stdout)).toMatchObject({ id: "one", previous: null, written: false });
    expect(existsSync(archive)).toBe(false);
    expect(await create("one", "--date", "2026-01-01")).toMatchObject({ code: 0, stdout: "" });
    const record = JSON.parse(readFileSync(join(archive, "one.json"), "utf8"));
    expect(record.figures.regions).toHaveLength(2);
    expect(Object.keys(record.inputs.data)).toContain("model/2017/emissions.npy");
    const frozen = [...listFiles(join(parent, "frozen/one")).keys()];
    expect(frozen).toContain("/SHA256SUMS");
    expect(frozen.some((file) => file.startsWith("/model/"))).toBe(false);
    expect((await runMain("release", "verify", join(parent, "frozen/one"), "--archive", archive)).code).toBe(0);
    expect(await create("one")).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already") });
  });

  test("a move without a cause is refused with exit code 6 and a list, and nothing is written", async () => {
    const before = listFiles(parent);
    const run = await create("two", "--json");
    expect(run.code).toBe(6);
    const { error } = JSON.parse(run.stdout);
    expect(error.code).toBe("unexplained");
    expect(error.issues).toContainEqual(
      expect.objectContaining({ where: "430100 territorial emissions 2017", message: "73 → 80 t CO2 (9.6 %)" }),
    );
    expect(run.stderr).toContain("changed: data");
    expect(listFiles(parent)).toEqual(before);
  });

  test("a cause that has changed nothing, of another release or of an unknown region is refused at its place", async () => {
    const causes =
      "since: zero\ncauses:\n  - cause: method\n    note: {en: a, zh: b}\n  - cause: data\n    note: {en: a, zh: b}\n    regions: ['999999']\n";
    const run = await create("two", ...writeCauses("wrong.yaml", causes));
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/wrong\.yaml:1:1 .*\[other-release\]/);
    expect(run.stderr).toMatch(/wrong\.yaml:3:5 .*\[nothing-changed\] {2}hint: changed: data/);
    expect(run.stderr).toMatch(/wrong\.yaml:7:15 .*\[unknown-region\]/);
    const spoilt = await create("two", ...writeCauses("spoilt.yaml", "since: one\ncauses:\n  - cause: weather\n"));
    expect(spoilt).toMatchObject({ code: 3, stderr: expect.stringMatching(/spoilt\.yaml:3:5 .*\[bad-cause\]/) });
  });

  test("a cause of one region does not explain what it moved elsewhere; a threshold can let that pass", async () => {
    const causes = writeCauses(
      "own.yaml",
      "since: one\ncauses:\n  - cause: data\n    note: {en: a, zh: b}\n    regions: ['430100']\n",
    );
    const run = await create("two", ...causes, "--dry-run");
    expect(run.code).toBe(6);
    expect(run.stderr).toContain("110000 footprint 2017");
    expect(run.stderr).not.toContain("430100 footprint");
    expect((await create("two", ...causes, "--threshold", "50", "--dry-run")).code).toBe(0);
  });

  test("with its cause it is published after the first, not before", async () => {
    const causes = writeCauses("good.yaml", "since: one\ncauses:\n  - cause: data\n    note: {en: Steel, zh: 钢}\n");
    expect(await create("two", ...causes, "--date", "2025-12-31")).toMatchObject({ code: 2 });
    expect((await create("two", ...causes, "--date", "2026-02-01")).code).toBe(0);
    const record = JSON.parse(readFileSync(join(archive, "two.json"), "utf8"));
    expect(record).toMatchObject({ previous: "one", published: "2026-02-01", causes: [{ cause: "data" }] });
  });

  test("the id is that under which the release was built", async () => {
    expect(await create("two", "--release", folder("one"))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--id two"),
    });
  });
});

describe("release diff", () => {
  const diff = (...argv: string[]) => runMain("release", "diff", ...argv, "--archive", archive);

  test("lists what moved by region and quantity with its cause, the largest first", async () => {
    const { code, stdout, stderr } = await diff("one", "two");
    expect(code).toBe(0);
    expect(stderr).toContain("one (2026-01-01) → two (2026-02-01); changed: data");
    expect(stdout.split("\n")[0]).toMatch(/^code +name_en +quantity +year +unit +old +new +moved_percent +cause$/);
    expect(stdout).toMatch(/430100 .*territorial emissions +2017 +t CO2 +73 +80 +9\.59 +data/);
  });

  test("a stated cause of a kind that has not changed has moved nothing", async () => {
    const stated = "since: one\ncauses:\n  - cause: method\n    note: {en: a, zh: b}\n";
    const { stdout, stderr } = await diff("one", "two", ...writeCauses("idle.yaml", stated));
    expect(stdout).not.toMatch(/method/);
    expect(stderr).toMatch(/No cause is stated for \d+ of them/);
  });

  test("folders, records and ids are the same release; below the threshold it is only counted", async () => {
    for (const two of [folder("two"), join(archive, "two.json"), "two"]) {
      const run = await diff("one", two, "--threshold", "90", "--json");
      expect(JSON.parse(run.stdout)).toMatchObject({ older: { id: "one" }, counts: { large: 0 }, moves: [] });
    }
    expect(JSON.parse((await diff("one", "two", "--threshold", "90", "--json")).stdout).counts.small).toBeGreaterThan(
      5,
    );
  });

  test("of one region only, by its code", async () => {
    const { moves } = JSON.parse((await diff("one", "two", "--region", "430100", "--threshold", "0", "--json")).stdout);
    expect(new Set(moves.map(({ code }: { code: string }) => code))).toEqual(new Set(["430100"]));
    expect((await diff("one", "two", "--region", "999999")).code).toBe(2);
  });

  test("an unknown release is asked after", async () => {
    expect(await diff("tow")).toMatchObject({ code: 2, stderr: expect.stringContaining("Published are two, one.") });
  });
});

describe("release verify", () => {
  test("says which file has other bytes, which is missing and which does not fit", async () => {
    await make("spoilt", TABLE);
    const edit = (file: string, change: (text: string) => string) =>
      writeFileSync(join(folder("spoilt"), file), change(readFileSync(join(folder("spoilt"), file), "utf8")));
    edit("results/accounts.csv", (text) => text.replace("110000", "110001"));
    edit("results/cities/430100.json", (text) => text.replace('"peers"', '"pears"'));
    rmSync(join(folder("spoilt"), "results/checks.json"));
    const run = await runMain("release", "verify", folder("spoilt"), "--archive", archive, "--json");
    expect(run.code).toBe(3);
    const { issues } = JSON.parse(run.stdout);
    expect(issues.map(({ code, where }: { code: string; where: string }) => `${code} ${where}`)).toEqual(
      expect.arrayContaining([
        "hash-mismatch results/accounts.csv",
        "hash-mismatch results/cities/430100.json",
        "missing-file results/checks.json",
        expect.stringMatching(/^bad-file .*430100\.json:peers$/),
      ]),
    );
  });
});

describe("release package", () => {
  const pack = (id: string, ...flags: string[]) =>
    runMain("release", "package", folder(id), "--out", join(parent, `${id}.zip`), ...flags);

  test("one archive with a description and the hash of every file, the same bytes each time", async () => {
    expect(await pack("one", "--dry-run")).toMatchObject({ code: 0 });
    expect(existsSync(join(parent, "one.zip"))).toBe(false);
    expect((await pack("one")).code).toBe(0);
    const zip = await ZipFile.open(join(parent, "one.zip"));
    const read = async (name: string): Promise<Buffer> => {
      const bytes: Buffer[] = [];
      for await (const piece of await zip.read(name)) bytes.push(piece);
      return Buffer.concat(bytes);
    };
    const { resources, $schema } = JSON.parse((await read("datapackage.json")).toString());
    expect($schema).toContain("/2.0/");
    expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(
      zip.members.filter((name) => !["datapackage.json", "SHA256SUMS"].includes(name)).sort(),
    );
    const sums = (await read("SHA256SUMS")).toString().trimEnd().split("\n");
    expect(sums.map((line) => line.slice(66))).toEqual(zip.members.filter((name) => name !== "SHA256SUMS").sort());
    for (const line of sums) expect(digestBytes(await read(line.slice(66))).sha256).toBe(line.slice(0, 64));
    const { schema } = resources.find(({ path }: { path: string }) => path === "results/accounts.csv");
    expect(schema.fields).toContainEqual({ name: "year", type: "integer" });
    expect(resources.every(({ hash }: { hash: string }) => /^sha256:[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(await pack("one")).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already") });
    const first = readFileSync(join(parent, "one.zip"));
    rmSync(join(parent, "one.zip"));
    await pack("one");
    expect(readFileSync(join(parent, "one.zip")).equals(first)).toBe(true);
  });

  test("tables that a source does not allow to pass on stay out; without leave for results nothing is written", async () => {
    await make("results-only", TABLE, "redistributable: false\nresultsRedistributable: true\n");
    await make("closed", TABLE, "redistributable: false\n");
    expect((await pack("results-only")).code).toBe(0);
    const { members } = await ZipFile.open(join(parent, "results-only.zip"));
    expect(members).toContain("results/cities.json");
    expect(members.filter((name) => name.startsWith("model/"))).toEqual([]);
    expect(await pack("closed")).toMatchObject({ code: 6, stderr: expect.stringContaining("[not-redistributable]") });
    expect(existsSync(join(parent, "closed.zip"))).toBe(false);
    const site = await runMain("site", "build", "--release", folder("closed"), "--out", join(parent, "site"));
    expect(site).toMatchObject({ code: 6, stderr: expect.stringContaining("[not-redistributable]") });
    expect(existsSync(join(parent, "site"))).toBe(false);
  });
});

test("a package or a frozen release of what is not as it was made is refused, exit 3", async () => {
  await make("changed", TABLE);
  const sector = join(folder("changed"), "results/sectors/14.json");
  writeFileSync(sector, readFileSync(sector, "utf8").replace(/\d/, "9"));
  const message = expect.stringContaining("results/sectors/14.json  has other bytes  [hash-mismatch]");
  const target = join(parent, "changed.zip");
  for (const run of [
    await runMain("release", "verify", folder("changed"), "--archive", archive),
    await runMain("release", "package", folder("changed"), "--out", target),
    await create("changed"),
  ]) {
    expect(run.code).toBe(3);
    expect({ said: run.stdout + run.stderr }).toEqual({ said: message });
  }
  expect(existsSync(target)).toBe(false);
});

test("a frozen release stays, whatever archive another is recorded in", async () => {
  const frozen = listFiles(join(parent, "frozen/one"));
  const run = await create("one", "--archive", join(parent, "other-archive"));
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already; choose another --out") });
  expect(listFiles(join(parent, "frozen/one"))).toEqual(frozen);
});

test("no cause explains what moved while another input has changed and is not stated", async () => {
  await make("three", { ...TABLE, F: [5, 40, 3, 77] });
  const record = join(archive, "one.json");
  const { inputs, ...rest } = JSON.parse(readFileSync(record, "utf8"));
  const older = join(parent, "other-code");
  mkdirSync(older);
  writeFileSync(join(older, "one.json"), JSON.stringify({ ...rest, inputs: { ...inputs, code: "0".repeat(64) } }));
  const code = writeCauses("code.yaml", "since: one\ncauses:\n  - cause: code\n    note: {en: a, zh: b}\n");
  const run = await create("three", ...code, "--archive", older, "--dry-run");
  expect(run.code).toBe(6);
  expect(run.stderr).toMatch(/data {2}changed since one and not stated: .*model\/2012\/emissions.npy/);
});

describe("a release of version 0.1.0, as it was written then", () => {
  test("is verified, asked and compared", async () => {
    expect(await runMain("release", "verify", OLDER)).toMatchObject({ code: 0 });
    const { stdout } = await runMain("query", "class", "--region", "430100", "--release", OLDER, "--json");
    expect(JSON.parse(stdout).rows[0]).toMatchObject({ code: "430100", class: "weak" });
    const diff = await runMain("release", "diff", OLDER, OLDER, "--json");
    expect(JSON.parse(diff.stdout)).toMatchObject({ counts: { large: 0, small: 0 } });
  });
});
