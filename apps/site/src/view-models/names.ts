import type { CitySummary } from "@tributary/core";
import type { Lang } from "../lib/lang.ts";

/** Province name as it follows a city: Shaanxi; 陕西 without its rank where the data has 陕西省. */
const provinceName = (city: CitySummary, lang: Lang): string => city.province.name[lang];

/**
 * Names of all cities by code, told apart where two share one: "Yulin, Shaanxi". Five pairs do in English, none in
 * Chinese.
 */
export function nameCities(cities: readonly CitySummary[], lang: Lang): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const city of cities) count.set(city.name[lang], (count.get(city.name[lang]) ?? 0) + 1);
  return new Map(
    cities.map((city) => {
      const name = city.name[lang];
      const province = provinceName(city, lang);
      if (count.get(name) === 1) return [city.code, name];
      return [city.code, lang === "zh" ? `${name}（${province}）` : `${name}, ${province}`];
    }),
  );
}
