import type { CityGroup } from "@tributary/core";
import type { LeverEntry, RegionSelector, SectorSelector, SupplierSelector } from "@tributary/scenarios";
import type { Context } from "./context.ts";

/** How many names of a list are written out. */
const WRITTEN_OUT = 4;

/** A list as far as it is written out. */
const shorten = (names: readonly string[]): string[] =>
  names.length <= WRITTEN_OUT ? [...names] : [...names.slice(0, WRITTEN_OUT - 1), `+${names.length - WRITTEN_OUT + 1}`];

/** Regions in words. */
export function describeRegions(selector: SupplierSelector, context: Context): string {
  const {
    data,
    words: { selectors: words },
    terms,
  } = context;
  const nameOf = (code: string) => data.regions.find((region) => region.code === code)?.name ?? code;
  if ("rule" in selector) {
    const rule = words[selector.rule];
    return selector.within ? words.within(rule, describeRegions(selector.within, context)) : rule;
  }
  if ("city" in selector) return words.city(shorten(selector.city.map(nameOf)));
  if ("topOriginsOf" in selector) return words.topOrigins(selector.count, nameOf(selector.topOriginsOf));
  if ("province" in selector)
    return words.province(
      shorten(selector.province.map((code) => data.provinces.find((one) => one.code === code)?.name ?? code)),
    );
  if ("type" in selector) return words.type(selector.type.map((group) => terms.groups[group]));
  return words.all;
}

/** Sectors in words. */
export function describeSectors(
  selector: SectorSelector,
  { data, words: { selectors: words }, terms }: Context,
): string {
  if (selector === "all") return words.allSectors;
  if (Array.isArray(selector))
    return words.city(
      shorten(selector.map((code) => data.sectors.find((sector) => sector.code === code)?.name ?? code)),
    );
  return words.group(selector.group.map((group) => terms.groups[group as CityGroup] ?? group));
}

const isRegions = (value: unknown): value is RegionSelector | SupplierSelector =>
  typeof value === "object" &&
  value !== null &&
  ["city", "province", "type", "all", "topOriginsOf", "rule"].some((key) => key in value);

const isSectors = (value: unknown): value is SectorSelector =>
  value === "all" || Array.isArray(value) || (typeof value === "object" && value !== null && "group" in value);

/** A selector among the settings of a lever: where it stands and what it selects. */
export interface SelectorSetting {
  path: string[];
  name: string;
  kind: "regions" | "sectors";
  value: unknown;
}

/** Every selector of an entry, in the order of its settings. */
export function listSelectors(entry: LeverEntry, { words }: Pick<Context, "words">): SelectorSetting[] {
  const walk = (value: unknown, path: string[]): SelectorSetting[] => {
    const name = words.selectors.names[path.at(-1) ?? ""];
    if (name !== undefined && isRegions(value)) return [{ path, name, kind: "regions", value }];
    if (name !== undefined && isSectors(value)) return [{ path, name, kind: "sectors", value }];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key]));
  };
  return walk(entry, []);
}

/** What the selectors of an entry say, one line each. */
export const describeSettings = (entry: LeverEntry, context: Context): string[] =>
  listSelectors(entry, context).map(
    ({ name, kind, value }) =>
      `${name}${context.lang === "zh" ? "：" : ": "}${
        kind === "regions"
          ? describeRegions(value as SupplierSelector, context)
          : describeSectors(value as SectorSelector, context)
      }`,
  );
