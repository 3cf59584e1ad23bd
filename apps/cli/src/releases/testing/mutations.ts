import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFile, listFiles } from "../../store/folder-files.ts";
import { sealRelease } from "../../store/testing/seal-release.ts";

/** A way to damage a release. */
export interface Mutation {
  name: string;
  damage(folder: string): void;
}

// biome-ignore lint/suspicious/noExplicitAny: damaged files have no type
type Json = any;

function editJson(file: string, change: (content: Json) => void): void {
  const content = JSON.parse(readFileSync(file, "utf8"));
  change(content);
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Write every list, hash of an array and hash of a description anew, as somebody would who hides the damage. */
function hide(folder: string): void {
  editJson(join(folder, "manifest.json"), (manifest) => {
    for (const array of manifest.arrays ?? [])
      if (existsSync(join(folder, array.path))) array.sha256 = hashFile(join(folder, array.path));
  });
  const summary = join(folder, "results/summary.json");
  if (existsSync(summary))
    editJson(summary, ({ release }) => {
      release.sha256 = hashFile(join(folder, "manifest.json"));
    });
  for (const path of listFiles(folder).filter((file) => file.endsWith("datapackage.json")))
    editJson(join(folder, path), ({ resources }) => {
      for (const each of resources) {
        const file = join(folder, path, "..", each.path);
        if (existsSync(file)) each.hash = `sha256:${hashFile(file)}`;
      }
    });
  sealRelease(folder);
}

const hidden = (name: string, damage: (folder: string) => void): Mutation => ({
  name: `${name}, lists written anew`,
  damage(folder) {
    damage(folder);
    hide(folder);
  },
});
const ofManifest = (name: string, change: (manifest: Json) => void): Mutation =>
  hidden(`manifest: ${name}`, (folder) => editJson(join(folder, "manifest.json"), change));
const ofJson = (path: string, name: string, change: (content: Json) => void): Mutation =>
  hidden(`${path}: ${name}`, (folder) => editJson(join(folder, path), change));

function swap(list: Json[], i: number, k: number): void {
  [list[i], list[k]] = [list[k], list[i]];
}

/** Write a double into an array, at a place from its end. */
const ofArray = (path: string, value: number, place = 1): Mutation =>
  hidden(`${path}: ${value}`, (folder) => {
    const bytes = readFileSync(join(folder, path));
    bytes.writeDoubleLE(value, bytes.length - 8 * place);
    writeFileSync(join(folder, path), bytes);
  });

function exchange(folder: string, a: string, b: string): void {
  renameSync(join(folder, a), join(folder, "between"));
  renameSync(join(folder, b), join(folder, a));
  renameSync(join(folder, "between"), join(folder, b));
}

/** One byte of a file, in the middle. */
const flip = (path: string): Mutation => ({
  name: `${path}: a byte`,
  damage(folder) {
    const bytes = readFileSync(join(folder, path));
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(join(folder, path), bytes);
  },
});

/** Damage that no list of hashes tells, because it is written anew: fields contradict one another, or numbers cannot be. */
function listHidden(manifest: Json, first: string, arrays = manifest.arrays.length): Mutation[] {
  const [early, late] = manifest.years;
  const code = manifest.regions[0].code;
  const sector = manifest.sectors[0].code;
  return [
    ofManifest("years reversed", ({ years }) => years.reverse()),
    ofManifest("years equal", (m) => {
      m.years = [late, late];
    }),
    ofManifest("another year", (m) => {
      m.years = [early, late + 1];
    }),
    ...manifest.arrays.slice(0, arrays).flatMap((_: Json, k: number) => listArrays(manifest.arrays, k)),
    ofManifest("regions exchanged", ({ regions }) => swap(regions, 0, 1)),
    ofManifest("codes of regions exchanged", ({ regions: [a, b] }) => {
      [a.code, b.code] = [b.code, a.code];
    }),
    ofManifest("names of regions exchanged", ({ regions: [a, b] }) => {
      [a.name, b.name] = [b.name, a.name];
    }),
    ofManifest("a region twice", ({ regions }) => {
      regions[1] = regions[0];
    }),
    ofManifest("a region less", ({ regions }) => regions.pop()),
    ofManifest("a code that leaves the folder", ({ regions }) => {
      regions[0].code = "../../outside";
    }),
    ofManifest("a sector code that leaves the folder", ({ sectors }) => {
      sectors[0].code = "..";
    }),
    ofManifest("longitude 999", ({ regions }) => {
      regions[0].lon = 999;
    }),
    ofManifest("latitude −91", ({ regions }) => {
      regions[0].lat = -91;
    }),
    ofManifest("another longitude", ({ regions }) => {
      regions[0].lon = 7;
      regions[0].lat = 7;
    }),
    ofManifest("sectors exchanged", ({ sectors }) => swap(sectors, 0, 1)),
    ofManifest("a sector twice", ({ sectors }) => {
      sectors[1] = sectors[0];
    }),
    ofManifest("a sector more", ({ sectors }) => sectors.push({ ...sectors[0], code: "zz" })),
    ofManifest("licence turned", (m) => {
      m.redistributable = !m.redistributable;
    }),
    ofManifest("another id", (m) => {
      m.id = "another";
    }),
    ofManifest("another label", (m) => {
      m.label.en = "observed data";
    }),
    ofManifest("another unit of money", ({ units }) => {
      units.flow = "EUR";
    }),
    ofManifest("another unit of emissions", ({ stressors }) => {
      stressors[0].unit = "TJ";
    }),
    ofArray(`${first}/output.npy`, -1),
    ofArray(`${first}/output.npy`, 1e300),
    ofArray(`${first}/output.npy`, Number.NaN),
    ofArray(`${first}/output.npy`, 1),
    ofArray(`${first}/emissions.npy`, 1e300),
    ofArray(`${first}/emissions.npy`, 12_345_678),
    hidden("output and value added exchanged", (folder) =>
      exchange(folder, `${first}/output.npy`, `${first}/value-added.npy`),
    ),
    hidden("the years' emissions exchanged", (folder) =>
      exchange(folder, `model/${early}/emissions.npy`, `model/${late}/emissions.npy`),
    ),
    hidden("the years' output exchanged", (folder) =>
      exchange(folder, `model/${early}/output.npy`, `model/${late}/output.npy`),
    ),
    hidden("a city more in the results", (folder) =>
      cpSync(join(folder, `results/cities/${code}.json`), join(folder, "results/cities/999999.json")),
    ),
    hidden("a sector more in the results", (folder) =>
      cpSync(join(folder, `results/sectors/${sector}.json`), join(folder, "results/sectors/zz.json")),
    ),
    hidden("a city less in the results", (folder) => rmSync(join(folder, `results/cities/${code}.json`))),
    hidden("two cities exchanged", (folder) =>
      exchange(folder, `results/cities/${code}.json`, `results/cities/${manifest.regions[1].code}.json`),
    ),
    hidden("two sectors exchanged", (folder) =>
      exchange(folder, `results/sectors/${sector}.json`, `results/sectors/${manifest.sectors[1].code}.json`),
    ),
    hidden("a file of somebody's", (folder) => writeFileSync(join(folder, "notes.exe"), "x")),
    hidden("no results of cities", (folder) => rmSync(join(folder, "results/cities.json"))),
    ofJson("results/summary.json", "years reversed", ({ years }) => years.reverse()),
    ofJson("results/summary.json", "a total", ({ totals }) => {
      totals[late].footprint *= 1.01;
    }),
    ofJson("results/summary.json", "another unit", ({ stressor }) => {
      stressor.unit = "kg";
    }),
    ofJson("results/summary.json", "a field more", (summary) => {
      summary.extra = 1;
    }),
    ofJson("results/cities.json", "production", ([city]) => {
      city.accounts[late].production *= 2;
    }),
    ofJson("results/cities.json", "footprint", ([city]) => {
      city.accounts[late].footprint *= 2;
    }),
    ofJson("results/cities.json", "two cities exchanged", (cities) => swap(cities, 0, 1)),
    ofJson("results/cities.json", "accounts of two cities exchanged", ([a, b]) => {
      [a.accounts, b.accounts] = [b.accounts, a.accounts];
    }),
    ofJson("results/cities.json", "years exchanged", ([city]) => {
      [city.accounts[early], city.accounts[late]] = [city.accounts[late], city.accounts[early]];
    }),
    ofJson(`results/cities/${code}.json`, "an origin", ({ origins }) => {
      origins[late][0].value += 1e6;
    }),
    ofJson(`results/sectors/${sector}.json`, "emissions", ({ regions }) => {
      regions[0].emissions[late] += 1;
    }),
    hidden("origin × consumer of another year", (folder) =>
      exchange(folder, `results/origin-consumer-${early}.npy`, `results/origin-consumer-${late}.npy`),
    ),
  ];
}

function listArrays(arrays: Json[], k: number): Mutation[] {
  const { path } = arrays[k];
  const other = (k + 1) % arrays.length;
  return [
    ofManifest(`${path} named twice`, (m) => m.arrays.push(m.arrays[k])),
    ofManifest(`${path} left out`, (m) => m.arrays.splice(k, 1)),
    ofManifest(`${path} of another shape`, (m) => m.arrays[k].shape.push(1)),
    ofManifest(`${path} turned`, (m) => m.arrays[k].axes.push("sector")),
    hidden(`manifest: ${path} and ${arrays[other].path} exchanged`, (folder) =>
      editJson(join(folder, "manifest.json"), (m) => {
        [m.arrays[k].path, m.arrays[other].path] = [m.arrays[other].path, m.arrays[k].path];
      }),
    ),
    hidden(`${path} cut short`, (folder) =>
      writeFileSync(join(folder, path), readFileSync(join(folder, path)).subarray(0, -8)),
    ),
    { name: `${path} is not there`, damage: (folder) => rmSync(join(folder, path)) },
  ];
}

/** What only the open estimate has. */
function listOfEstimate(): Mutation[] {
  return [
    ofManifest("an unknown price basis", (m) => {
      m.priceBasis = "gold";
    }),
    ofManifest("a price basis twice", ({ priceBases }) => {
      priceBases[1] = priceBases[0];
    }),
    ofManifest("a price index of other sectors", ({ priceBases }) => priceBases[0].index.pop()),
    ofManifest("a price index of 0", ({ priceBases }) => {
      priceBases[0].index[0] = 0;
    }),
    ofManifest("calibrated in no year of the release", ({ calibration }) => {
      calibration.year = 1999;
    }),
    ofManifest("a region that is left out", ({ leftOut, regions }) => {
      leftOut.push({ code: regions[0].code, name: regions[0].name, reason: "below-cut" });
    }),
    ofManifest("emissions of a region", ({ regions }) => {
      regions[0].co2Source.totals[2012].modelled *= 1.05;
    }),
    ofManifest("value added of one year only", ({ regions }) => {
      delete regions[0].valueAdded[2012];
    }),
    ofArray("model/distances.npy", -1),
    ofArray("model/2012/technology.npy", -0.5),
    ofArray("model/2012/supplier.npy", 1e300),
  ];
}

/** What only imported tables have. */
function listOfTable(): Mutation[] {
  return [
    ofManifest("tables exchanged", ({ tables }) => tables.reverse()),
    ofManifest("a table less", ({ tables }) => tables.pop()),
    ofManifest("a final use twice", ({ tables }) => {
      tables[0].finalUses.push(tables[0].finalUses[0]);
    }),
    ofManifest("a stressor of no unit", ({ tables }) => {
      tables[0].stressors = ["SF6"];
    }),
    ofManifest("prices of other sectors", ({ tables }) => {
      tables[0].priceIndex = [1];
    }),
    ofManifest("a longitude without a latitude", ({ regions }) => {
      regions[0].lon = 7;
    }),
  ];
}

/** Damage that the lists of hashes tell. */
function listOpen(folder: string): Mutation[] {
  const lists = listFiles(folder).filter((path) => path.endsWith("SHA256SUMS"));
  const files = listFiles(folder).filter((path) => !lists.includes(path));
  const kinds = new Map(files.map((path) => [path.replaceAll(/[^/]*\d[^/]*(?=\.)/g, "#"), path]));
  return [
    ...[...kinds.values()].map(flip),
    ...[...kinds.values()].map((path) => ({ name: `${path} is gone`, damage: (at: string) => rmSync(join(at, path)) })),
    ...lists.flatMap((path): Mutation[] => [
      { name: `${path} is gone`, damage: (at) => rmSync(join(at, path)) },
      { name: `${path} is empty`, damage: (at) => writeFileSync(join(at, path), "") },
      flip(path),
      {
        name: `${path}: a line less`,
        damage: (at) => writeFileSync(join(at, path), readFileSync(join(at, path), "utf8").replace(/^.*\n/, "")),
      },
      {
        name: `${path}: a line twice`,
        damage: (at) => writeFileSync(join(at, path), readFileSync(join(at, path), "utf8").replace(/^(.*\n)/, "$1$1")),
      },
    ]),
    { name: "a file more", damage: (at) => writeFileSync(join(at, "results/cities/999999.json"), "{}") },
    { name: "a link more", damage: (at) => symlinkSync("manifest.json", join(at, "other.json")) },
    { name: "manifest is no JSON", damage: (at) => writeFileSync(join(at, "manifest.json"), "{") },
    { name: "manifest is empty", damage: (at) => writeFileSync(join(at, "manifest.json"), "") },
  ];
}

/** Every way to damage a release that is tried: what its lists of hashes tell, and what only its content does. */
export const listMutations = (folder: string): Mutation[] => [...listOpen(folder), ...listContradictions(folder)];

/** What only its content tells: fields of the manifest, arrays and results contradict one another, or cannot be. */
export function listContradictions(folder: string, arrays?: number): Mutation[] {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const first = `model/${manifest.years[0]}`;
  const own = manifest.form === "factored" ? listOfEstimate() : listOfTable();
  return [...own, ...listHidden(manifest, first, arrays)];
}

/** Files of a folder that is damaged anew each time. */
export function restore(from: string, to: string): void {
  for (const entry of existsSync(to) ? readdirSync(to) : []) rmSync(join(to, entry), { recursive: true });
  cpSync(from, to, { recursive: true });
}
