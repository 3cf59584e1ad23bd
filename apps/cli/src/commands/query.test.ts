import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { sealRelease } from "../store/testing/seal-release.ts";
import { writeResultsFixture } from "./results-fixture.ts";

let release: string;
beforeAll(() => {
  release = writeResultsFixture();
});
afterAll(() => rmSync(release, { recursive: true }));

const query = (...argv: string[]) => runMain("query", ...argv, "--release", release);

type Row = Record<string, unknown>;

describe("footprint", () => {
  test("of one city and year, as CSV on stdout and nothing else there", async () => {
    const { code, stdout, stderr } = await query(
      "footprint",
      "--region",
      "320500",
      "--year",
      "2017",
      "--format",
      "csv",
    );
    expect(stdout).toBe(
      "code,name_en,name_zh,year,production_t,household_direct_t,footprint_t,local_t,outsourced_t,outsourced_share,for_others_t,exported_abroad_t,outsourced_power_t,outsourced_rest_t\n" +
        `320500,Suzhou,苏州,2017,1101,2,1140,1110,30,${30 / 1140},5,6,9,21\n`,
    );
    expect(stderr).toBe("open estimate (open-test); CO2 in t, money in 10^4 CNY; prices of 2012 (producer-prices)\n");
    expect(code).toBe(0);
  });

  test("of all cities and years", async () => {
    const { stdout } = await query("footprint", "--json");
    const { rows, release: said } = JSON.parse(stdout);
    expect(rows.map((row: { footprint_t: number }) => row.footprint_t)).toEqual([40, 140, 1040, 1140, 2040, 2140]);
    expect(said).toEqual({ id: "open-test", kind: "open-estimate", label: "open estimate" });
  });

  test("as a table for people, aligned, with Chinese names two cells wide", async () => {
    const { stdout } = await query("footprint", "--city", "长沙市", "--year", "2012");
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "code    name_en   name_zh  year  production_t  household_direct_t  footprint_t  local_t  outsourced_t  outsourced_share  for_others_t  exported_abroad_t  outsourced_power_t  outsourced_rest_t",
      "430100  Changsha  长沙     2012             1                   2           40       10            30             0.750             5                  6                   9                 21",
    ]);
  });
});

test.each(["430100", "CHANGSHA", " Chang-sha ", "长沙", "长沙市", "430100-changsha"])(
  "finds a city by %j",
  async (typed) => {
    const { rows } = JSON.parse((await query("class", "--region", typed, "--json")).stdout);
    expect(rows.map(({ code }: { code: string }) => code)).toEqual(["430100"]);
  },
);

test("origins, largest first, with shares of the footprint and sector groups", async () => {
  const { stdout } = await query("origins", "--region", "430100-changsha", "--year", "2012", "--limit", "2", "--json");
  expect(JSON.parse(stdout).rows).toMatchObject([
    { year: 2012, origin_code: "430100", value_t: 30, share: 0.75, energy_t: 20, heavy_industry_t: 0 },
    { year: 2012, origin_code: "320500", origin_name_zh: "苏州", value_t: 20, share: 0.5, energy_t: 10 },
  ]);
});

test("rates, per person only where the sources hold a population", async () => {
  const { rows } = JSON.parse((await query("rates", "--year", "2017", "--json")).stdout);
  expect(rows.map((row: Row) => row.footprint_per_value_added)).toEqual([140, 1140, 2140]);
  expect(rows.map((row: Row) => row.production_per_person)).toEqual([101, 1101, null]);
});

test("uses, with their share of the footprint", async () => {
  const { rows } = JSON.parse((await query("uses", "--region", "430100", "--year", "2012", "--json")).stdout);
  expect(rows).toMatchObject([{ code: "430100", year: 2012, use: "government", value_t: 1, share: 1 / 40 }]);
});

test("partners, most received first, with what is given to them", async () => {
  const { stdout } = await query("partners", "--region", "430100", "--format", "csv");
  expect(stdout).toBe(
    "partner_code,partner_name_en,partner_name_zh,received_t,given_t\n341300,Suzhou,宿州,300,-30\n320500,Suzhou,苏州,200,-20\n",
  );
  const { rows } = JSON.parse((await query("partners", "--region", "430100", "--limit", "1", "--json")).stdout);
  expect(rows.map((row: { partner_code: string }) => row.partner_code)).toEqual(["341300"]);
  expect((await query("partners", "--region", "430100", "--explain")).stderr).toContain("Σ_{p≠c} W[p,c] = W_out[c]");
});

test("peers, the city first, then by outsourced mitigation, with the shares of the last year", async () => {
  const { rows } = JSON.parse((await query("peers", "--region", "320500", "--json")).stdout);
  expect(rows).toEqual([
    {
      ...{
        code: "320500",
        name_en: "Suzhou",
        name_zh: "苏州",
        year: 2017,
        outsourced_t: 30,
        value_added_10k_cny: 1,
        footprint_t: 1140,
      },
      ...figures(1140, 21),
    },
    {
      ...{
        code: "341300",
        name_en: "Suzhou",
        name_zh: "宿州",
        year: 2017,
        outsourced_t: 30,
        value_added_10k_cny: 1,
        footprint_t: 2140,
      },
      ...figures(2140, 22),
    },
    {
      ...{
        code: "430100",
        name_en: "Changsha",
        name_zh: "长沙",
        year: 2017,
        outsourced_t: 30,
        value_added_10k_cny: 1,
        footprint_t: 140,
      },
      ...figures(140, 20),
    },
  ]);
  expect((await query("peers", "--region", "320500", "--explain")).stderr).toContain("nearest in value added");
});

const figures = (footprint: number, outsourced: number) => ({
  outsourced_share: 30 / footprint,
  local_mitigation_t: -4,
  outsourced_mitigation_t: outsourced,
});

test("a city that only another result names is refused, exit 3", async () => {
  const broken = writeResultsFixture();
  const file = join(broken, "results/cities/430100.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("341300", "341399"));
  sealRelease(broken);
  for (const verb of ["origins", "partners", "peers"]) {
    const { code, stderr } = await runMain("query", verb, "--region", "430100", "--release", broken);
    expect(stderr).toContain("cities.json  lacks 341399, which another file names");
    expect(code).toBe(3);
  }
  rmSync(broken, { recursive: true });
});

describe("mitigation", () => {
  test("under every measure and price basis, with its unit", async () => {
    const { stdout } = await query("mitigation", "--region", "430100", "--json");
    const { rows } = JSON.parse(stdout);
    expect(rows).toHaveLength(14);
    expect(rows[0]).toMatchObject({
      measure: "sda-polar",
      price_basis: "producer-prices",
      local: -4,
      outsourced: 20,
      unit: "t CO2",
    });
    expect(rows[13]).toMatchObject({ measure: "relative", local: null, unit: "1", class: "unclassified" });
  });

  test("under one of each; what is undefined is an empty cell and a dash", async () => {
    const one = ["mitigation", "--region", "430100", "--measure", "relative", "--price-basis", "current"];
    expect((await query(...one, "--format", "csv")).stdout.split("\n")[1]).toBe(
      "430100,Changsha,长沙,relative,current,,,1,unclassified",
    );
    expect((await query(...one)).stdout).toMatch(/ –\s+– {2}1 {5}unclassified\n$/);
  });
});

test("class of all cities, by default and under another measure", async () => {
  const byDefault = JSON.parse((await query("class", "--json")).stdout).rows;
  expect(byDefault).toHaveLength(3);
  expect(byDefault[2]).toMatchObject({
    code: "341300",
    class: "strong",
    local: -4,
    outsourced: 22,
    margin: 26,
    default_class_in: 9,
    of: 14,
  });
  const other = JSON.parse(
    (await query("class", "--measure", "absolute", "--price-basis", "current", "--json")).stdout,
  ).rows;
  expect(other[2]).toMatchObject({ measure: "absolute", price_basis: "current", local: 0, outsourced: 23 });
});

test("sda by cause, explained on stderr; JSON carries the explanation", async () => {
  const { stdout, stderr } = await query("sda", "--region", "430100", "--format", "csv", "--explain");
  expect(stdout.split("\n")[1]).toBe("430100,Changsha,长沙,polar,intensity,-3,-7,-10");
  expect(stderr).toContain("Miller & Blair (2009), §13.1");
  const { explanation } = JSON.parse((await query("sda", "--region", "430100", "--json", "--explain")).stdout);
  expect(explanation.formula).toContain("ΔC = ");
});

test("types, with how clear they are", async () => {
  const { rows } = JSON.parse((await query("types", "--region", "430100", "--json")).stdout);
  expect(rows).toMatchObject([{ code: "430100", type: "services", runner_up: "energy", margin: 1, borderline: "no" }]);
});

describe("inequality between cities whose population is published", () => {
  test("Gini by account; a city with an estimated population is left out", async () => {
    const { rows } = JSON.parse((await query("inequality", "--year", "2012", "--json")).stdout);
    // Two cities of equal size with 40 and 1040: the second has 1040 of 1080.
    expect(rows[0]).toEqual({
      year: 2012,
      account: "footprint",
      gini: expect.closeTo(1040 / 1080 - 0.5, 12),
      cities: 2,
      left_out: 1,
    });
  });

  test("the curve, and a city's place on it", async () => {
    const { rows } = JSON.parse((await query("inequality", "--curve", "--year", "2012", "--json")).stdout);
    expect(rows.map(({ code }: { code: string }) => code)).toEqual(["430100", "320500"]);
    expect(rows[0]).toMatchObject({ rank: 1, footprint_per_person_t: 40, cumulative_persons_share: 0.5 });
    const { code, stderr } = await query("inequality", "--region", "341300");
    expect(stderr).toContain("population of Suzhou is estimated");
    expect(code).toBe(2);
  });
});

describe("refuses, saying what to do, when", () => {
  test.each([
    [
      "a name names two cities",
      ["footprint", "--region", "suzhou"],
      '"suzhou" names 2 regions: 320500 Suzhou 苏州 in Province 32, 341300',
    ],
    ["a city was left out", ["footprint", "--region", "拉萨"], "Lhasa 拉萨 is not in this table, because no inventory"],
    ["it is given its full name", ["footprint", "--region", "拉萨市"], "Lhasa 拉萨 is not in this table"],
    ["a slug is turned round", ["footprint", "--region", "suzhou-341300"], "Did you mean 341300"],
    [
      "two cities are given",
      ["footprint", "--region", "430100", "--city", "341300"],
      "cannot be used with option '--region",
    ],
    ["a folder is an empty word", ["footprint", "--release", " "], "A folder is needed"],
    [
      "a province is given",
      ["footprint", "--region", "430000"],
      "is a province; choose one of its regions, such as 430100 Changsha",
    ],
    ["a city is misspelt", ["class", "--city", "Chansha"], "Did you mean Changsha?"],
    ["no city is given where one is needed", ["origins"], "tributary query origins --region 430100"],
    ["the year is not there", ["footprint", "--year", "2015"], "no year 2015; it has 2012 and 2017"],
    ["the year is no year", ["footprint", "--year", "last"], "A whole number above 0 is needed"],
    ["a measure is misspelt", ["class", "--measure", "sda-poler"], "Did you mean sda-polar?"],
    ["a format is misspelt", ["class", "--format", "jsno"], "Did you mean json?"],
    ["a price basis is misspelt", ["class", "--price-basis", "curent"], "Did you mean current?"],
    ["a limit is nothing", ["origins", "--limit", "0"], "A whole number above 0 is needed"],
  ])("%s", async (_name, argv, message) => {
    const { code, stdout, stderr } = await query(...argv);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

test("results of another version are refused field by field, exit 3", async () => {
  const broken = writeResultsFixture();
  writeFileSync(join(broken, "results/cities.json"), '[{"code":430100}]');
  sealRelease(broken);
  const { code, stderr } = await runMain("query", "class", "--release", broken);
  expect(stderr).toMatch(/cities\.json:0\.code {2}.*expected string, received number {2}\[bad-results\]/);
  expect(stderr).toContain('Run "tributary model run" again');
  expect(code).toBe(3);
  rmSync(broken, { recursive: true });
});

test.each([
  [
    "of another release",
    "manifest.json",
    '{"id":"other"}',
    'results/summary.json:release  is "open-test", but the release is "other"',
  ],
  ["beside no manifest that can be read", "manifest.json", "{", "manifest.json  is not JSON"],
  [
    "with other bytes than they had",
    "results/cities/430100.json",
    "",
    "cities/430100.json  has other bytes than SHA256SUMS says",
  ],
  ["without a list of their hashes", "results/SHA256SUMS", "", "results/SHA256SUMS:1  is no hash and path"],
])("results %s are refused, exit 3", async (_name, file, text, message) => {
  const broken = writeResultsFixture();
  writeFileSync(join(broken, file), text || readFileSync(join(broken, "results/cities/320500.json")));
  const { code, stdout, stderr } = await runMain("query", "sda", "--region", "430100", "--release", broken);
  expect(stderr).toContain(message);
  expect(stdout).toBe("");
  expect(code).toBe(3);
  rmSync(broken, { recursive: true });
});

test("results of another city under its name are refused, exit 3", async () => {
  const broken = writeResultsFixture();
  writeFileSync(join(broken, "results/cities/430100.json"), readFileSync(join(broken, "results/cities/320500.json")));
  sealRelease(broken);
  const { code, stderr } = await runMain("query", "sda", "--region", "430100", "--release", broken);
  expect(stderr).toContain("cities/430100.json:code  is 320500, but the file is that of 430100");
  expect(code).toBe(3);
  rmSync(broken, { recursive: true });
});

test("results of a release that was made anew under its id are refused, with what to do", async () => {
  const broken = writeResultsFixture();
  const manifest = join(broken, "manifest.json");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace("open estimate", "open estimates"));
  const { code, stderr } = await runMain("query", "class", "--release", broken);
  expect(stderr).toContain('is "open-test" with another manifest: the release was made anew since, or changed');
  expect(stderr).toContain('Run "tributary model run" again');
  expect(code).toBe(3);
  rmSync(broken, { recursive: true });
});

test("a folder of results by itself, as model run --out writes it, is asked as a release is", async () => {
  const alone = await runMain("query", "class", "--release", join(release, "results"), "--json");
  expect(alone.code).toBe(0);
  expect(JSON.parse(alone.stdout).rows).toEqual(
    JSON.parse((await runMain("query", "class", "--release", release, "--json")).stdout).rows,
  );
  const model = await runMain("query", "linkages", "--region", "430100", "--release", join(release, "results"));
  expect(model).toMatchObject({ code: 2, stderr: expect.stringContaining("is a folder of results") });
});

test("a release that is not there is a matter of usage; JSON says so on stdout", async () => {
  const { code, stdout } = await runMain("query", "class", "--release", join(release, "none"), "--json");
  expect(JSON.parse(stdout).error).toMatchObject({
    code: "no-release",
    message: expect.stringContaining('Run "tributary estimate" first'),
  });
  expect(code).toBe(2);
});
