import { listNamed } from "../charts/quadrant.ts";
import type { Lang } from "../lib/lang.ts";
import type { Chart } from "./chart-data.ts";
import { type Country, nameAll } from "./city/facts.ts";

/** The quadrant of all cities, with one or some of them in focus, by code. */
export function describeQuadrant(
  country: Country,
  lang: Lang,
  { focus, peers = [] }: { focus?: string; peers?: readonly string[] } = {},
): Chart {
  const index = (code: string) => country.index.get(code)!;
  const shown = {
    ...(focus !== undefined && { focus: index(focus) }),
    ...(peers.length > 0 && { peers: peers.map(index) }),
  };
  const cities = country.cities.map(({ mitigation }) => mitigation);
  return { kind: "quadrant", data: { ...shown, names: nameAll(country, lang, listNamed({ ...shown, cities })) } };
}
