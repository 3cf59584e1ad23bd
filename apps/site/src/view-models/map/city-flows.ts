import type { CityResult } from "@tributary/core";
import type { CityFlows } from "../../lib/map/map-data.ts";
import type { Country } from "../city/facts.ts";

/** What one city exchanges with every other, in the order of the cities. */
export function makeCityFlows({ summary, cities, index }: Country, detail: CityResult): CityFlows {
  const { id, kind } = summary.release;
  const year = summary.years[1];
  const own = index.get(detail.code)!;
  const line = (flows: readonly { code: string; value: number }[], self: number): number[] => {
    const values = cities.map(() => 0);
    for (const { code, value } of flows) values[index.get(code)!] = value;
    values[own] = self;
    return values;
  };
  const { local } = cities[own]!.accounts[String(year)]!;
  const cut = cities[own]!.mitigation.local;
  return {
    ...{ release: id, kind, city: detail.code, year, unit: "t CO2" as const },
    origins: line(detail.origins[String(year)]!, local),
    consumers: line(detail.consumers, local),
    received: line(detail.received, cut),
    given: line(detail.given, cut),
  };
}
