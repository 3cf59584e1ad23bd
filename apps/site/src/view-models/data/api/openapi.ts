import { dataFields } from "../../../i18n/en/data-fields.ts";
import { FILE_IDS } from "../../page-parts.ts";
import { explainField } from "./explain-field.ts";
import type { JsonSchema } from "./list-fields.ts";
import { getSchema, SCHEMA_NAMES, type SchemaName } from "./schemas.ts";

/** Put what is said of a field of the data page beside its schema. */
function describeProperties(schema: JsonSchema, parent = ""): JsonSchema {
  const below = (each: JsonSchema, name: string) => describeProperties(each, name);
  const described: JsonSchema = { ...schema };
  if (schema.properties)
    described.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, value]) => {
        const words = explainField({ name, parent }, dataFields);
        const description = words && [words[1], ...(words[0] === "" ? [] : [`[${words[0]}]`])].join(" ");
        return [name, { ...below(value, name), ...(description ? { description } : {}) }];
      }),
    );
  if (schema.items) described.items = below(schema.items, `${parent}[]`);
  if (schema.anyOf) described.anyOf = schema.anyOf.map((each) => below(each, parent));
  if (typeof schema.additionalProperties === "object")
    described.additionalProperties = below(schema.additionalProperties, parent);
  return described;
}

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly schema: object;
}

interface Endpoint {
  path: string;
  id: string;
  summary: string;
  schema: SchemaName;
  parameters?: readonly Parameter[];
}

const CODE: Parameter = {
  name: "code",
  description: "Administrative code of a city, as in cities.json",
  schema: { type: "string", pattern: "^[0-9]{6}$" },
};
const SECTOR: Parameter = {
  name: "code",
  description: "Code of a sector, as in the manifest",
  schema: { type: "string", pattern: "^[0-9]{2}$" },
};
const PROFILE: Parameter = {
  name: "profile",
  description: "Code and slug of a city: slug of cities.json",
  schema: { type: "string", pattern: "^[0-9]{6}-[a-z]+$" },
};

/** What can be asked for; every path is a file of the site. */
export const listEndpoints = (scenarios: readonly string[]): Endpoint[] => [
  { path: "/data/manifest.json", id: "getManifest", summary: "What the release says of itself", schema: "Manifest" },
  { path: "/data/summary.json", id: "getSummary", summary: "Totals, shares and counts", schema: "Summary" },
  { path: "/data/cities.json", id: "listCities", summary: "Every city with its accounts", schema: "Cities" },
  {
    path: "/data/cities/{code}.json",
    id: "getCity",
    summary: "Origins, partners, causes and peers of a city",
    schema: "City",
    parameters: [CODE],
  },
  {
    path: "/data/sectors/{code}.json",
    id: "getSector",
    summary: "One sector in every city: emissions, output, footprints, largest flows",
    schema: "Sector",
    parameters: [SECTOR],
  },
  {
    path: "/data/provinces.json",
    id: "getProvinces",
    summary: "What provinces emit and cut for one another",
    schema: "Provinces",
  },
  { path: "/cities/classes.json", id: "listClasses", summary: "Mitigation and class of every city", schema: "Table" },
  {
    path: "/cities/{profile}/{section}.json",
    id: "getSection",
    summary: "The table of a section of a profile",
    schema: "Table",
    parameters: [
      PROFILE,
      { name: "section", description: "Section of the profile", schema: { type: "string", enum: FILE_IDS } },
    ],
  },
  { path: "/places.json", id: "listPlaces", summary: "Names, pinyin and codes of all places", schema: "Places" },
  ...(scenarios.length === 0
    ? []
    : [
        { path: "/scenarios/index.json", id: "listScenarios", summary: "The gallery", schema: "Gallery" } as const,
        {
          path: "/scenarios/{id}/result.json",
          id: "getScenario",
          summary: "What a scenario does to every city",
          schema: "ScenarioResult",
          parameters: [
            { name: "id", description: "A scenario of the gallery", schema: { type: "string", enum: scenarios } },
          ],
        } as const,
      ]),
];

function describeEndpoint({ id, summary, schema, parameters = [] }: Endpoint) {
  const content = { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } };
  return {
    get: {
      operationId: id,
      summary,
      parameters: parameters.map((parameter) => ({ ...parameter, in: "path", required: true })),
      responses: {
        200: { description: "The file", content },
        404: { description: "There is no such file" },
      },
    },
  };
}

/** What the description of the API says of the release. */
export interface ApiFacts {
  release: string;
  openEstimate: boolean;
  scenarios: readonly string[];
  /** Address of the root of the site; null where it is not known, then it is given relative to the document. */
  address: string | null;
}

/** OpenAPI 3.1 description of the JSON files, its schemas made from those that their writers use. */
export function makeOpenApi({ release, openEstimate, scenarios, address }: ApiFacts): object {
  const about = openEstimate
    ? "An open estimate: modelled from public figures, not observed. Say so when you quote it."
    : "";
  return {
    openapi: "3.1.0",
    info: {
      title: "Tributary: carbon accounts of Chinese cities",
      version: release,
      summary: "Static JSON files: any of them can be fetched, none can be asked a question.",
      description: `Amounts are t CO₂ unless a field says otherwise. ${about}`.trim(),
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: address?.replace(/\/$/, "") ?? ".." }],
    paths: Object.fromEntries(listEndpoints(scenarios).map((endpoint) => [endpoint.path, describeEndpoint(endpoint)])),
    components: {
      schemas: Object.fromEntries(SCHEMA_NAMES.map((name) => [name, describeProperties(getSchema(name))])),
    },
  };
}
