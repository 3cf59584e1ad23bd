import { InputError, RENAMED_UNITS, type RegionSummary, type TableSummary } from "@tributary/core";
import { askNear, normalize } from "../did-you-mean.ts";
import type { Results } from "../store/results-reader.ts";

const REASONS: Readonly<Record<TableSummary["leftOut"][number]["reason"], string>> = {
  "below-cut": "its value added is below that of the last city that is in",
  "no-inventory": "no inventory is published for its province",
  "no-value-added": "its value added is not published for both years",
};

/** Cities named where a province was asked for. */
const LISTED = 3;

/**
 * Find a city by code, by English or Chinese name, those of other years too, or by slug; case, spaces, hyphens and apostrophes do not count.
 *
 * @throws {InputError} `ambiguous-city` with the codes to choose from; `left-out-city` with the reason; `unknown-city`
 *   with the nearest names.
 */
export function findCity({ cities, summary }: Pick<Results, "cities" | "summary">, typed: string): RegionSummary {
  const wanted = normalize(typed);
  const found = cities.filter((city) => namesOf(city).some((name) => normalize(name) === wanted));
  if (found.length === 1) return found[0];
  if (found.length > 1)
    throw new InputError("ambiguous-city", `"${typed}" names ${found.length} regions: ${found.map(label).join(", ")}.`);
  const left = summary.leftOut.find(
    ({ code, name }) => [code, ...listOthers(code), normalize(name.en)].includes(wanted) || wanted.startsWith(name.zh),
  );
  if (left)
    throw new InputError(
      "left-out-city",
      `${left.name.en} ${left.name.zh} is not in this table, because ${REASONS[left.reason]}.`,
    );
  const inside = cities.filter(
    ({ province }) => province && [province.code, normalize(province.name.en), province.name.zh].includes(wanted),
  );
  if (inside.length > 0)
    throw new InputError(
      "unknown-city",
      `"${typed}" is a province; choose one of its regions, such as ${inside.slice(0, LISTED).map(label).join(", ")}.`,
    );
  const named = cities.find(({ code }) => typed.includes(code));
  const near = askNear(named?.code ?? typed, cities.flatMap(namesOf));
  throw new InputError("unknown-city", `There is no region "${typed}" in this table.${near}`);
}

function namesOf({ code, slug, name, fullNameZh, aliases = [] }: RegionSummary): string[] {
  return [code, name.en, name.zh, fullNameZh ?? name.zh, slug, ...aliases, ...listOthers(code)];
}

/** Codes and names of other years. */
function listOthers(code: string | null): string[] {
  const others = RENAMED_UNITS.filter(({ now }) => now === code);
  return others.flatMap((unit) => [unit.code, unit.name.en, unit.name.zh]);
}

function label({ code, name, province }: RegionSummary): string {
  return `${code} ${name.en} ${name.zh}${province ? ` in ${province.name.en}` : ""}`;
}
