import type { Cell, FileTable } from "../../lib/csv.ts";
import type { Country } from "../city/facts.ts";

/** One row a city with the exact figures of its profile; years and units in the names. */
export function makeCitiesTable({ cities, summary }: Country): FileTable {
  const years = summary.years.map(String);
  const span = years.join("_");
  const perYear = [
    "production",
    "household_direct",
    "footprint",
    "local",
    "outsourced",
    "for_others",
    "exported_abroad",
  ];
  const columns = [
    ...["code", "name_en", "name_zh", "province_code", "province_en", "province_zh", "lon", "lat", "type", "class"],
    ...["co2_source", `class_agreement_of_${cities[0]?.mitigation.agreement.of ?? 0}`],
    ...years.flatMap((year) => [
      `value_added_${year}_10k_cny`,
      `population_${year}`,
      `population_${year}_estimated`,
      ...perYear.map((name) => `${name}_${year}_t_co2`),
    ]),
    ...["local", "outsourced", "given"].map((name) => `${name}_mitigation_${span}_t_co2`),
    "data_set",
  ];
  const rows = cities.map((city): Cell[] => [
    ...[city.code, city.name.en, city.name.zh, city.province.code, city.province.name.en, city.province.name.zh],
    ...[
      city.lon,
      city.lat,
      city.type.group,
      city.mitigation.class,
      city.co2Source.kind,
      city.mitigation.agreement.same,
    ],
    ...years.flatMap((year): Cell[] => {
      const account = city.accounts[year]!;
      const people = city.population[year]!;
      return [
        ...[city.valueAdded[year]!, people.value, String(people.estimated)],
        ...[account.production, account.householdDirect, account.footprint, account.local, account.outsourced],
        ...[account.forOthers, account.exportedAbroad],
      ];
    }),
    ...[city.mitigation.local, city.mitigation.outsourced, city.mitigation.given],
    `${summary.release.id} (${summary.release.label.en})`,
  ]);
  return { columns, rows };
}
