import { sum } from "../kernel/sum.ts";
import type { RegionRecord } from "../release/manifest.ts";
import type { Estimate } from "./estimate.ts";
import { FACT_YEARS, type FactYear } from "./facts.ts";
import { PROVINCE_NAMES } from "./provinces.ts";

/** 10⁸ CNY of the yearbooks in 10⁴ CNY of the tables. */
const YEARBOOK_UNIT = 1e4;
const TONNES = 1e6;

/** What the release says of each region of the estimate, in the order of its axes. */
export function describeRegions({ selection, parts, totals }: Estimate): RegionRecord[] {
  const provinceSize = new Map<string, number>();
  for (const { province } of selection.cities) provinceSize.set(province, (provinceSize.get(province) ?? 0) + 1);
  return selection.cities.map((city, c) => {
    const ownProvince = provinceSize.get(city.province) === 1;
    const modelled = (year: FactYear) => {
      const { bySector, households } = parts[year].emissions;
      const N = bySector.length / households.length;
      return sum(bySector.subarray(c * N, (c + 1) * N)) + households[c];
    };
    const published = (year: FactYear) => {
      const total = city.co2[year];
      return total === null ? null : total * TONNES;
    };
    return {
      code: city.code,
      slug: makeSlug(city.code, city.name.en),
      name: city.name,
      fullNameZh: city.fullNameZh,
      province: { code: city.province, name: { en: PROVINCE_NAMES[city.province], zh: city.provinceZh } },
      lon: city.lon,
      lat: city.lat,
      boundaryNote: city.boundaryNote,
      valueAdded: byYear((year) => sum(city.valueAdded[year]) * YEARBOOK_UNIT),
      population: byYear((year) => ({
        value: parts[year].population.persons[c],
        estimated: parts[year].population.estimated[c],
      })),
      co2Source: {
        kind: totals.used[c] || ownProvince ? "city-totals" : "province-intensities",
        clipped: FACT_YEARS.filter((year) => parts[year].emissions.clipped[c]),
        setAside: totals.setAside[c],
        totals: byYear((year) => ({ published: published(year), modelled: modelled(year) })),
      },
    };
  });
}

function byYear<T>(read: (year: FactYear) => T): Record<string, T> {
  return Object.fromEntries(FACT_YEARS.map((year) => [String(year), read(year)]));
}

/** `610100-xian`: lower-case ASCII, without apostrophes, ü as u. The code makes it unique. */
export function makeSlug(code: string, nameEn: string): string {
  const ascii = nameEn.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");
  return `${code}-${ascii.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}
