import type { Issue } from "../errors.ts";
import { expectDenseArrays } from "./dense-arrays.ts";
import type { DenseManifest } from "./dense-manifest.ts";
import { type ExpectedArray, expectArrays } from "./factored-arrays.ts";
import { mayPassOn } from "./licence.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Everything in a manifest that contradicts the rest of it, where each field by itself fits: years that do not ascend,
 * names given twice, arrays that the axes do not ask for, price bases of other sectors, a licence that no source gives.
 */
export function checkManifest(manifest: Manifest | DenseManifest): Issue[] {
  return [
    ...checkAscending(manifest.years),
    ...checkDistinct<{ code: string }>("regions", manifest.regions, ({ code }) => code),
    ...checkDistinct<{ code: string }>("sectors", manifest.sectors, ({ code }) => code),
    ...checkDistinct("sources", manifest.sources, ({ id }) => id),
    ...checkLicence(manifest),
    ...(manifest.form === "factored" ? checkFactored(manifest) : checkDense(manifest)),
  ];
}

const refuse = (where: string, message: string): Issue => ({
  ...{ severity: "error", code: "bad-manifest", where: `manifest.json:${where}`, message },
});

function checkAscending(years: readonly number[]): Issue[] {
  const ascends = years.every((year, t) => t === 0 || years[t - 1] < year);
  return ascends ? [] : [refuse("years", `are ${years.join(", ")}; they must ascend`)];
}

function checkDistinct<T>(field: string, records: readonly T[], read: (record: T) => string): Issue[] {
  const first = new Map<string, number>();
  return records.flatMap((record, k) => {
    const name = read(record);
    // Files are named by codes: where capitals do not count, two would be one.
    const before = first.get(name.toLowerCase());
    if (before === undefined) first.set(name.toLowerCase(), k);
    return before === undefined ? [] : [refuse(`${field}.${k}`, `is ${name}, as ${field}.${before} is`)];
  });
}

function checkLicence({ redistributable, sources }: Manifest | DenseManifest): Issue[] {
  if (redistributable === mayPassOn(sources, "table")) return [];
  return [refuse("redistributable", `is ${redistributable}, which the licences of its sources do not say`)];
}

function checkFactored(manifest: Manifest): Issue[] {
  const { years, regions, sectors, priceBasis, priceBases, leftOut, calibration } = manifest;
  const codes = new Set(regions.map(({ code }) => code));
  return [
    ...checkArrays(manifest.arrays, expectArrays(manifest)),
    ...checkDistinct("regions", regions, ({ slug }) => slug),
    ...checkDistinct("priceBases", priceBases, ({ id }) => id),
    ...priceBases.flatMap(({ index }, k) => checkLength(`priceBases.${k}.index`, index, sectors)),
    ...(priceBases.some(({ id }) => id === priceBasis)
      ? []
      : [refuse("priceBasis", `is "${priceBasis}"; the release has ${priceBases.map(({ id }) => id).join(", ")}`)]),
    ...(years.includes(calibration.year)
      ? []
      : [refuse("calibration.year", `is ${calibration.year}, which the release lacks`)]),
    ...leftOut.flatMap(({ code }, k) =>
      code !== null && codes.has(code) ? [refuse(`leftOut.${k}`, `is ${code}, which is a region of the release`)] : [],
    ),
    ...regions.flatMap(({ valueAdded, population, co2Source }, r) => [
      ...checkYears(`regions.${r}.valueAdded`, valueAdded, years),
      ...checkYears(`regions.${r}.population`, population, years),
      ...checkYears(`regions.${r}.co2Source.totals`, co2Source.totals, years),
    ]),
  ];
}

function checkYears(where: string, values: Readonly<Record<string, unknown>>, years: readonly number[]): Issue[] {
  const named = Object.keys(values).sort().join(" and ");
  const needed = years.map(String).sort().join(" and ");
  return named === needed ? [] : [refuse(where, `is of ${named || "no year"}; the release is of ${needed}`)];
}

function checkLength(where: string, values: readonly unknown[], sectors: readonly unknown[]): Issue[] {
  if (values.length === sectors.length) return [];
  return [refuse(where, `has ${values.length} numbers for ${sectors.length} sectors`)];
}

function checkDense(manifest: DenseManifest): Issue[] {
  const { years, regions, sectors, stressors, tables } = manifest;
  const known = new Set(stressors.map(({ name }) => name));
  const ofTables = tables.map(({ year }) => year);
  return [
    ...(ofTables.join() === years.join()
      ? []
      : [refuse("tables", `are of ${ofTables.join(", ")}; the years are ${years.join(", ")}`)]),
    ...checkArrays(manifest.arrays, expectDenseArrays(manifest)),
    ...checkDistinct("stressors", stressors, ({ name }) => name),
    ...regions.flatMap(({ lon, lat }, r) =>
      (lon === null) === (lat === null) ? [] : [refuse(`regions.${r}`, "has a longitude or a latitude, not both")],
    ),
    ...tables.flatMap(({ finalUses, stressors: own, priceIndex }, t) => [
      ...checkDistinct(`tables.${t}.finalUses`, finalUses, (use) => use),
      ...checkDistinct(`tables.${t}.stressors`, own, (name) => name),
      ...own.flatMap((name) =>
        known.has(name) ? [] : [refuse(`tables.${t}.stressors`, `names ${name}, of which no unit is stated`)],
      ),
      ...(priceIndex ? checkLength(`tables.${t}.priceIndex`, priceIndex, sectors) : []),
    ]),
  ];
}

/** Each array once, as the axes ask for it, and none that they do not ask for. */
function checkArrays(records: Manifest["arrays"], expected: readonly ExpectedArray[]): Issue[] {
  const wanted = new Map(expected.map((array) => [array.path, array]));
  const meanings = new Set(expected.map(({ meaning }) => meaning));
  const named = new Set(records.map(({ path }) => path));
  return [
    ...checkDistinct("arrays", records, ({ path }) => path),
    ...records.flatMap(({ path, shape, axes, meaning }, k) => {
      const array = wanted.get(path);
      if (!array) return [refuse(`arrays.${k}`, `names ${path}, which no year or axis asks for`)];
      // Words of earlier versions are let through; those of another array are not.
      if (meaning !== array.meaning && meanings.has(meaning))
        return [refuse(`arrays.${k}`, `calls ${path} "${meaning}", which is another array`)];
      if (axes.join() === array.axes.join() && shape.join() === array.shape.join()) return [];
      const tell = (names: readonly string[], sizes: readonly number[]) => `${names.join("×")} ${sizes.join("×")}`;
      return [
        refuse(
          `arrays.${k}`,
          `states ${path} as ${tell(axes, shape)}; the axes ask for ${tell(array.axes, array.shape)}`,
        ),
      ];
    }),
    ...expected
      .filter(({ path, required }) => required && !named.has(path))
      .map(({ path }) => refuse("arrays", `lack ${path}`)),
  ];
}
