import type { CitySummary } from "@tributary/core";
import type { FileTable } from "../../lib/csv.ts";
import { emissionsFormat, share } from "../../lib/format.ts";
import { outsourcedShareOf } from "../compare.ts";
import type { DocumentTable } from "../document.ts";
import type { TopicContext } from "./context.ts";

/** Members by footprint of the last year, the largest first. */
export const sortMembers = (members: readonly CitySummary[], [, last]: TopicContext["keys"]): CitySummary[] =>
  members.toSorted((a, b) => b.accounts[last]!.footprint - a.accounts[last]!.footprint);

/** A table of cities with what matters most of each; `extra` adds a column before the class. */
export function tableMembers(
  context: TopicContext,
  members: readonly CitySummary[],
  caption: string,
  extra?: { column: string; isNumber: boolean; cell(city: CitySummary): string },
): DocumentTable {
  const { lang, words, terms, keys, nameOf, pathOf } = context;
  const text = words.members;
  const account = (city: CitySummary) => city.accounts[keys[1]]!;
  const footprints = emissionsFormat(
    members.map((city) => account(city).footprint),
    lang,
  );
  const cuts = emissionsFormat(
    members.flatMap(({ mitigation }) => [mitigation.local, mitigation.outsourced]),
    lang,
  );
  const mitigated = (tonnes: number) => cuts.amount(tonnes) + (tonnes < 0 ? ` ${terms.cutOrGrowth.growth}` : "");
  const rows = members.map((city) => ({
    cells: [
      { text: nameOf(city.code), page: pathOf(city.code) },
      footprints.amount(account(city).footprint),
      share(outsourcedShareOf(city.accounts[keys[1]]!), lang),
      mitigated(city.mitigation.local),
      mitigated(city.mitigation.outsourced),
      ...(extra ? [extra.cell(city)] : []),
      terms.classes[city.mitigation.class],
    ],
  }));
  const columns = [
    terms.city,
    text.footprint(footprints.unit, keys[1]),
    text.share(keys[1]),
    text.local(cuts.unit),
    text.outsourced(cuts.unit),
    ...(extra ? [extra.column] : []),
    terms.class,
  ];
  return { caption, columns, numeric: extra?.isNumber ? [1, 2, 3, 4, 5] : [1, 2, 3, 4], rows };
}

/** The same for machines, t CO₂. */
export function fileMembers(members: readonly CitySummary[], keys: readonly [string, string]): FileTable {
  const amounts = ["footprint", "local", "outsourced", "production"] as const;
  return {
    columns: [
      ...["code", "name_en", "name_zh", "province", "type", "type_margin"],
      ...keys.flatMap((key) => amounts.map((name) => `${name}_${key}`)),
      ...["local_mitigation", "outsourced_mitigation", "class"],
    ],
    rows: members.map((city) => [
      ...[city.code, city.name.en, city.name.zh, city.province.code, city.type.group, city.type.margin],
      ...keys.flatMap((key) => amounts.map((name) => city.accounts[key]![name])),
      ...[city.mitigation.local, city.mitigation.outsourced, city.mitigation.class],
    ]),
  };
}
