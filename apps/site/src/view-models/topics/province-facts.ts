import type { CitySummary, ProvinceFlows } from "@tributary/core";
import type { FileTable } from "../../lib/csv.ts";
import type { Country } from "../city/facts.ts";

/** A province with its cities, and what it exchanges with all others. */
export interface ProvinceFacts {
  code: string;
  name: { en: string; zh: string };
  members: CitySummary[];
  /** Its place among `flows.provinces`. */
  index: number;
  flows: ProvinceFlows;
}

/** Where a province's footprint is emitted, t CO₂: in the consuming city itself, in other cities of the province, outside. */
export interface ProvinceParts {
  own: number;
  inside: number;
  outside: number;
}

/** What one province emits for another, and the reverse, t CO₂ in the last year; cuts over both years. */
export interface Exchange {
  code: string;
  name: { en: string; zh: string };
  /** Emitted there for here, and here for there. */
  caused: number;
  served: number;
  /** Cuts there credited to here, and here credited to there; null without a comparison of years. */
  received: number | null;
  given: number | null;
}

/** Every province of the release. */
export const listProvinces = (flows: ProvinceFlows, { cities }: Country): ProvinceFacts[] =>
  flows.provinces.map(({ code, name }, index) => ({
    ...{ code, name, index, flows },
    members: cities.filter(({ province }) => province.code === code),
  }));

/** The footprint of the province's cities in a year. */
export function partsOf({ members, index, flows }: ProvinceFacts, year: string): ProvinceParts {
  const own = members.reduce((sum, city) => sum + city.accounts[year]!.local, 0);
  const column = flows.flows[year]!.map((row) => row[index]!);
  const total = column.reduce((sum, value) => sum + value, 0);
  return { own, inside: Math.max(column[index]! - own, 0), outside: total - column[index]! };
}

/** All other provinces, the largest origin first. */
export function listExchanges({ index, flows }: ProvinceFacts, year: string): Exchange[] {
  const matrix = flows.flows[year]!;
  const { mitigation } = flows;
  return flows.provinces
    .map(({ code, name }, other) => ({
      ...{ code, name },
      caused: matrix[other]![index]!,
      served: matrix[index]![other]!,
      received: mitigation && mitigation[other]![index]!,
      given: mitigation && mitigation[index]![other]!,
    }))
    .filter((_, other) => other !== index)
    .sort((a, b) => b.caused - a.caused);
}

/** The same for machines. */
export const fileExchanges = (facts: ProvinceFacts, year: string): FileTable => ({
  columns: ["code", "name_en", "name_zh", `emitted_there_for_here_${year}`, `emitted_here_for_there_${year}`].concat(
    ...["cuts_there_credited_here", "cuts_here_credited_there"],
  ),
  rows: listExchanges(facts, year).map(({ code, name, caused, served, received, given }) => [
    ...[code, name.en, name.zh],
    ...[caused, served, received, given],
  ]),
});
