import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeLink, LEVERS, parseScenario } from "@tributary/scenarios";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { runMain } from "../run-main.ts";
import { SmallRelease } from "./small-release.ts";

const small = new SmallRelease();
const draft = join(small.folder, "draft.yaml");
beforeAll(async () => {
  await small.build();
  const levers = [...LEVERS.keys()].flatMap((id) => ["--lever", id]);
  const { code } = await scenario("new", "draft", "--city", "430100", ...levers, "--out", draft);
  expect(code).toBe(0);
});
afterAll(() => small.remove());

const scenario = (...argv: string[]) =>
  runMain("scenario", ...argv, ...(OWN.has(argv[0]) ? [] : ["--release", small.path]));
/** Verbs that read no release. */
const OWN = new Set(["list", "link", "from-link"]);
const read = () => parseScenario(parse(readFileSync(draft, "utf8")));
let count = 0;
/** The draft with one part of its text replaced. */
const edit = (from: string | RegExp, to: string) => {
  const text = readFileSync(draft, "utf8");
  expect(text).toMatch(from);
  const path = join(small.folder, `edited-${++count}.yaml`);
  writeFileSync(path, text.replace(from, to));
  return path;
};

describe("scenario new", () => {
  test("writes every lever with settings that do something, and says what they may be", async () => {
    const text = readFileSync(draft, "utf8");
    for (const { id, label, effort } of LEVERS.values()) {
      expect(text).toContain(`lever: ${id}`);
      expect(text).toContain(`# ${label.en} ${label.zh}. Held fixed:`);
      expect(text).toContain(`# ${effort.path.join(".")}: ${effort.min} to ${effort.max}`);
    }
    expect(read().base).toEqual({ release: "small", year: 2017 });
    expect(await scenario("validate", draft)).toMatchObject({ code: 0, stdout: `ok  draft  ${LEVERS.size} levers\n` });
  });

  test("does not overwrite", async () => {
    const before = readFileSync(draft, "utf8");
    const { code, stderr } = await scenario("new", "draft", "--out", draft);
    expect(stderr).toContain("draft.yaml is there already; choose another --out.");
    expect(code).toBe(2);
    expect(readFileSync(draft, "utf8")).toBe(before);
  });

  test("with --dry-run prints the file and writes none", async () => {
    const out = join(small.folder, "none.yaml");
    const { code, stdout } = await scenario("new", "my-idea", "--out", out, "--dry-run");
    expect(parseScenario(parse(stdout))).toMatchObject({ id: "my-idea" });
    expect(code).toBe(0);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    [["My Idea"], "must be lower-case words and digits, joined by hyphens, such as my-idea"],
    [["a", "--lever", "supply-shift"], "Did you mean supplier-shift?"],
    [["a", "--city", "Shangai"], "Did you mean Shanghai"],
  ])("refuses %j", async (argv, message) => {
    const { code, stderr } = await scenario("new", ...argv, "--dry-run");
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("scenario validate", () => {
  test.each([
    [
      "a region that is not there",
      /"430100"/,
      '"999999"',
      /:\d+:\d+ {2}There is no region "999999" in this table\. {2}\[unknown-region\]/,
    ],
    [
      "a sector that is not there",
      "sectors: all",
      'sectors: ["77"]',
      /:\d+:\d+ {2}There is no sector "77" in this table\./,
    ],
    ["a year without data", "year: 2017", "year: 2016", /:10:3 {2}The release has 2012 and 2017, not 2016\./],
    [
      "a province without cities",
      /topOriginsOf: "430100"\n +count: 10/,
      'province: ["990000"]',
      /No region of this table lies in province "990000"/,
    ],
    [
      "a receiver that is the giver",
      "rule: cleanest",
      "rule: dirtiest",
      /are the same regions\. {2}\[receiver-is-giver\]/,
    ],
    [
      "a target of a city that is not there",
      "levers:\n",
      'target: { city: "999999", quantity: local, percent: 1 }\nlevers:\n',
      /:11:17 {2}There is no region "999999"/,
    ],
    ["wrong indentation", /\n {2}year/, "\n year", /\[not-yaml\]/],
  ])("refuses %s, at its place", async (_name, from, to, message) => {
    const { code, stderr } = await scenario("validate", edit(from, to));
    expect(stderr).toMatch(message);
    expect(code).toBe(3);
  });

  test("tells the problems of all files, as JSON too", async () => {
    const files = [edit("schema:", "shema:"), draft, edit(/"430100"/, '"999999"')];
    const { code, stdout } = await scenario("validate", ...files, "--json");
    const codes = JSON.parse(stdout).error.issues.map((issue: { code: string }) => issue.code);
    expect(codes).toEqual(["missing", "unknown-key", "unknown-region"]);
    expect(code).toBe(3);
  });

  test("warns of a cut without its sign, at its place, and so does the run", async () => {
    const path = edit(/(?<=\n +)percent: -\d+/, "percent: 18");
    const said =
      /warning .*edited-\d+\.yaml:\d+:\d+ {2}Upstream decarbonisation: 18 raises what .*; to lower it, state -18 {2}\[other-direction\]/;
    for (const flags of [[], ["--form-only"]]) {
      const { code, stderr } = await scenario("validate", path, ...flags);
      expect(stderr).toMatch(said);
      expect(code).toBe(0);
    }
    const { stdout } = await scenario("validate", path, "--json");
    expect(JSON.parse(stdout).warnings).toMatchObject([{ severity: "warning", code: "other-direction" }]);
    const run = await scenario("run", path, "--city", "430100");
    expect(run.stderr).toMatch(said);
    expect(run.stdout).toContain("to lower it, state -18.");
  });

  test("says when the release is another, and goes on", async () => {
    const { code, stdout, stderr } = await scenario("validate", edit("release: small", "release: open-2030.1"));
    expect(stderr).toContain("draft is written for open-2030.1; it is checked against small");
    expect(stdout).toContain("ok  draft");
    expect(code).toBe(0);
  });

  test("leaves the release aside on request", async () => {
    const elsewhere = edit(/"430100"/, '"999999"');
    expect((await runMain("scenario", "validate", elsewhere, "--form-only", "--release", "/none")).code).toBe(0);
  });

  test("a file that is not there is a matter of usage", async () => {
    const { code, stderr } = await scenario("validate", join(small.folder, "none.yaml"));
    expect(stderr).toContain("There is no scenario file");
    expect(code).toBe(2);
  });
});

describe("scenario link and from-link", () => {
  test("take a scenario out and back in", async () => {
    const { stdout: link } = await scenario("link", draft);
    expect(link).toBe(`?s=${encodeLink(read())}\n`);
    const { code, stdout } = await scenario("from-link", link);
    expect(parseScenario(parse(stdout))).toEqual(read());
    expect(code).toBe(0);
  });

  test("make whole addresses, and JSON", async () => {
    const { stdout } = await scenario("link", draft, "--site", "https://example.org/x/", "--json");
    const { link, characters, release } = JSON.parse(stdout);
    expect(link).toMatch(/^https:\/\/example\.org\/x\/simulator\/\?s=2\.small\./);
    expect([characters, release]).toEqual([link.length, "small"]);
    expect(parseScenario(JSON.parse((await scenario("from-link", link, "--json")).stdout))).toEqual(read());
  });

  test.each([
    ["cut off", () => encodeLink(read()).slice(0, -9), 2, "It was cut off or "],
    ["of another version", () => encodeLink(read()).replace(/^2/, "7"), 2, 'its version is "7"'],
    ["too long", () => "1.small.".padEnd(9000, "A"), 2, "it has 9000 characters"],
    ["no link at all", () => "https://example.org/", 2, "it has not the form"],
  ])("a link that is %s is refused, and the terminal is alive", async (_name, make, exit, message) => {
    const { code, stdout, stderr } = await scenario("from-link", make());
    expect(stderr.toLowerCase()).toContain(message.toLowerCase());
    expect(stdout).toBe("");
    expect(code).toBe(exit);
  });
});

describe("scenario list", () => {
  test("names levers with their bounds, and all about them as JSON", async () => {
    const { stdout } = await scenario("list", "--levers");
    expect(stdout).toMatch(/upstream-decarbonisation +upstream +intensity +change\.percent +-60 to 0 % +0 +-18 One/);
    const listed = JSON.parse((await scenario("list", "--levers", "--json")).stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([...LEVERS.keys()]);
    expect(listed[0].effort.presets[0].source.en).toContain("State Council of China");
  });

  test("names the scenarios of a folder, and refuses one under another's name", async () => {
    const folder = join(small.folder, "gallery");
    mkdirSync(folder);
    writeFileSync(join(folder, "draft.yaml"), readFileSync(draft));
    expect((await scenario("list", "--folder", folder)).stdout).toMatch(
      /^id .*\ndraft +draft +draft +small 2017 +upstream-/,
    );
    writeFileSync(join(folder, "other.yaml"), readFileSync(draft));
    const { code, stderr } = await scenario("list", "--folder", folder);
    expect(stderr).toMatch(/other\.yaml:2:1 {2}"draft" is not the name of the file/);
    expect(code).toBe(3);
  });

  test("of a folder that is not there", async () => {
    const { code, stderr } = await scenario("list", "--folder", join(small.folder, "none"));
    expect(stderr).toContain("There is no folder of scenarios");
    expect(code).toBe(2);
  });
});

test("the schema of a scenario is printed with every lever in it", async () => {
  const { stdout } = await runMain("schema", "print", "scenario");
  const { properties, oneOf } = JSON.parse(stdout);
  const ids = properties.levers.items.oneOf.map(
    (lever: { properties: { lever: { const: string } } }) => lever.properties.lever.const,
  );
  expect(ids).toEqual([...LEVERS.keys()]);
  expect(oneOf).toEqual([{ required: ["base"] }, { required: ["extends"] }]);
});
