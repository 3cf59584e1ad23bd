import type { Manifest } from "@tributary/core";
import type { Column } from "./table.ts";

/** A table under its file name. */
export interface NamedTable {
  path: string;
  columns: readonly Column[];
}

/** Tables of a release for people and statistics packages: the rows of its axes, its prices and its sources. */
export function listReleaseTables({ regions, sectors, priceBases, sources, years }: Manifest): NamedTable[] {
  return [
    {
      path: "regions.csv",
      columns: [
        text(
          "code",
          regions.map(({ code }) => code),
        ),
        text(
          "name_en",
          regions.map(({ name }) => name.en),
        ),
        text(
          "name_zh",
          regions.map(({ name }) => name.zh),
        ),
        text(
          "province",
          regions.map(({ province }) => province.code),
        ),
        number(
          "lon",
          regions.map(({ lon }) => lon),
        ),
        number(
          "lat",
          regions.map(({ lat }) => lat),
        ),
        ...years.flatMap((year) => [
          number(
            `value_added_${year}`,
            regions.map(({ valueAdded }) => valueAdded[year]),
          ),
          number(
            `population_${year}`,
            regions.map(({ population }) => population[year].value),
          ),
        ]),
        text(
          "co2_source",
          regions.map(({ co2Source }) => co2Source.kind),
        ),
        text(
          "boundary_note",
          regions.map(({ boundaryNote }) => boundaryNote),
        ),
      ],
    },
    {
      path: "sectors.csv",
      columns: [
        text(
          "code",
          sectors.map(({ code }) => code),
        ),
        text(
          "name_en",
          sectors.map(({ name }) => name.en),
        ),
        text(
          "name_zh",
          sectors.map(({ name }) => name.zh),
        ),
        text(
          "group",
          sectors.map(({ group }) => group),
        ),
        text(
          "industry",
          sectors.map(({ industry }) => industry),
        ),
        ...priceBases.map(({ id, index }) => number(`price_index_${id.replaceAll("-", "_")}`, index)),
      ],
    },
    {
      path: "sources.csv",
      columns: [
        text(
          "id",
          sources.map(({ id }) => id),
        ),
        text(
          "producer",
          sources.map(({ producer }) => producer),
        ),
        text(
          "title",
          sources.map(({ title }) => title),
        ),
        text(
          "citation",
          sources.map(({ citation }) => citation),
        ),
        text(
          "licence",
          sources.map(({ licence }) => licence),
        ),
        text(
          "url",
          sources.map(({ url }) => url),
        ),
      ],
    },
  ];
}

function text(name: string, values: readonly (string | null)[]): Column {
  return { name, kind: "text", values };
}

function number(name: string, values: readonly number[]): Column {
  return { name, kind: "number", values };
}
