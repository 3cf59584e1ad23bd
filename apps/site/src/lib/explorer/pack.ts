import type { ExplorerCity, ExplorerData } from "./explorer-data.ts";

/** Names of the fields of a city, in the order in which a packed row holds them. */
const FIELDS = [
  "code",
  "path",
  "en",
  "zh",
  "fullZh",
  "pinyin",
  "province",
  "reason",
  "others",
  "name",
  "provinceCode",
  "group",
  "class",
  "footprint",
  "production",
  "local",
  "outsourced",
  "outsourcedShare",
  "valueAdded",
  "population",
  "localMitigation",
  "outsourcedMitigation",
  "given",
] as const satisfies readonly (keyof ExplorerCity)[];

type Packed = Omit<ExplorerData, "cities"> & { columns: Record<string, unknown[]> };

/** The data as text for the page: by column, so that no field name is repeated in every row. */
export function packExplorer({ cities, ...rest }: ExplorerData): string {
  const columns = Object.fromEntries(FIELDS.map((field) => [field, cities.map((city) => city[field] ?? null)]));
  return JSON.stringify({ ...rest, columns } satisfies Packed);
}

/** A field of a row; what a city need not have is left out where it has none. */
const present = (field: (typeof FIELDS)[number], value: unknown): [string, unknown][] =>
  field === "others" && value === null ? [] : [[field, value]];

/** The data that a page of the same build packed. */
export function unpackExplorer(text: string): ExplorerData {
  const { columns, ...rest } = JSON.parse(text) as Packed;
  const count = columns.code?.length ?? 0;
  const row = (i: number) =>
    Object.fromEntries(FIELDS.flatMap((field) => present(field, columns[field]![i]))) as unknown;
  return { ...rest, cities: Array.from({ length: count }, (_, i) => row(i) as ExplorerCity) };
}
