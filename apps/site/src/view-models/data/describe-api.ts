import type { Catalogue } from "../../i18n/en.ts";
import type { DocumentSection } from "../document.ts";
import { explainField } from "./api/explain-field.ts";
import { type Field, listFields } from "./api/list-fields.ts";
import { listEndpoints } from "./api/openapi.ts";
import { getSchema, type SchemaName } from "./api/schemas.ts";

/** The document that describes the API. */
const DOCUMENT = "data/openapi.json";

/** What can be fetched, and where it is described. */
export function describeApi(words: Catalogue["dataPage"], scenarios: readonly string[]): DocumentSection {
  const { heading, intro, columns, document, gives, exampleIntro } = words.api;
  const rows = listEndpoints(scenarios).map(({ path, id }) => {
    const text = path.slice(1);
    return { cells: [text.includes("{") ? { text, code: true } : { text, path: text }, gives[id] ?? ""] };
  });
  const described = { cells: [{ text: DOCUMENT, path: DOCUMENT }, document] };
  return {
    id: "api",
    heading,
    blocks: [
      { kind: "text", text: intro },
      { kind: "table", table: { caption: heading, columns, numeric: [], rows: [described, ...rows] } },
      { kind: "text", text: exampleIntro },
      { kind: "code", lines: ["curl http://127.0.0.1:4321/data/cities/430100.json"] },
    ],
  };
}

/** Files of the API whose fields the page lists, by the schema that they are checked against. */
const LISTED: readonly [file: string, schema: SchemaName][] = [
  ["data/summary.json", "Summary"],
  ["data/cities.json", "Cities"],
  ["data/cities/{code}.json", "City"],
  ["data/sectors/{code}.json", "Sector"],
  ["data/provinces.json", "Provinces"],
];

function describeField(field: Field, { dataPage, dataFields }: Catalogue) {
  const { kinds, nullable, joint } = dataPage.json;
  const kind = field.kind === "choice" ? field.choices.join(joint) : kinds[field.kind];
  const [unit, meaning] = explainField(field, dataFields) ?? ["", ""];
  return { cells: [{ text: field.path, code: true }, field.nullable ? `${kind} ${nullable}` : kind, unit, meaning] };
}

/** The data dictionary of the JSON files, made from their schemas. */
export function describeJson(catalogue: Catalogue): DocumentSection {
  const { heading, intro, columns } = catalogue.dataPage.json;
  const tables = LISTED.map(([file, name]) => {
    const rows = listFields(getSchema(name)).map((field) => describeField(field, catalogue));
    return { kind: "table" as const, table: { caption: file, columns, numeric: [], rows } };
  });
  return { id: "json", heading, blocks: [{ kind: "text", text: intro }, ...tables] };
}
