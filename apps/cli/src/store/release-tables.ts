import type { DenseManifest, Manifest } from "@tributary/core";
import type { Column } from "./table.ts";

/** A table under its file name. */
export interface NamedTable {
  path: string;
  columns: readonly Column[];
}

/** Tables of a release for people and statistics packages: the rows of its axes, its prices and its sources. */
export function listReleaseTables({ regions, sectors, priceBases, sources, years, units }: Manifest): NamedTable[] {
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
          "degree",
          regions.map(({ lon }) => lon),
        ),
        number(
          "lat",
          "degree",
          regions.map(({ lat }) => lat),
        ),
        ...years.flatMap((year) => [
          number(
            `value_added_${year}`,
            units.flow,
            regions.map(({ valueAdded }) => valueAdded[year]),
          ),
          number(
            `population_${year}`,
            "persons",
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
        ...priceBases.map(({ id, index }) => number(`price_index_${id.replaceAll("-", "_")}`, "1", index)),
      ],
    },
    listSources(sources),
  ];
}

/** Tables of a release of imported tables: the rows of its axes and its sources. */
export function listDenseTables({ regions, sectors, sources }: Omit<DenseManifest, "arrays">): NamedTable[] {
  const names = (rows: readonly { code: string; name: { en: string; zh: string } }[]) => [
    text(
      "code",
      rows.map(({ code }) => code),
    ),
    text(
      "name_en",
      rows.map(({ name }) => name.en),
    ),
    text(
      "name_zh",
      rows.map(({ name }) => name.zh),
    ),
  ];
  return [
    {
      path: "regions.csv",
      columns: [
        ...names(regions),
        text(
          "province",
          regions.map(({ province }) => province),
        ),
        number(
          "lon",
          "degree",
          regions.map(({ lon }) => lon),
        ),
        number(
          "lat",
          "degree",
          regions.map(({ lat }) => lat),
        ),
      ],
    },
    {
      path: "sectors.csv",
      columns: [
        ...names(sectors),
        text(
          "group",
          sectors.map(({ group }) => group),
        ),
        text(
          "industry",
          sectors.map(({ industry }) => industry),
        ),
      ],
    },
    listSources(sources),
  ];
}

function listSources(sources: Manifest["sources"]): NamedTable {
  return {
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
  };
}

function text(name: string, values: readonly (string | null)[]): Column {
  return { name, kind: "text", values };
}

function number(name: string, unit: string, values: readonly (number | null)[]): Column {
  return { name, kind: "number", unit, values };
}
