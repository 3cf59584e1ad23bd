/** The part of a JSON Schema that is read here. */
export interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema & { pattern?: string };
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  description?: string;
}

/** A value that a file holds, by its path in it: `accounts.{year}.footprint`, `causes.steps[].local`. */
export interface Field {
  path: string;
  /** Name of the property that holds it, and of the one around that, with brackets where that is a list. */
  name: string;
  parent: string;
  kind: "number" | "whole" | "text" | "yes-no" | "choice";
  choices: string[];
  /** Null where the value is not known or not defined. */
  nullable: boolean;
}

const KINDS: Record<string, Field["kind"]> = { number: "number", integer: "whole", boolean: "yes-no", string: "text" };

/** What stands for the names of a record: years, or whatever else its names are. */
const keyOf = ({ pattern, enum: names }: NonNullable<JsonSchema["propertyNames"]>): string =>
  pattern?.includes("\\d{4}") ? "{year}" : names === undefined ? "{id}" : "{name}";

interface Walk {
  path: string;
  name: string;
  parent: string;
  nullable: boolean;
}

function* walk(schema: JsonSchema, at: Walk): Generator<Field> {
  if (schema.anyOf !== undefined) {
    const some = schema.anyOf.filter(({ type }) => type !== "null");
    for (const each of some.slice(0, 1)) yield* walk(each, { ...at, nullable: some.length < schema.anyOf.length });
  } else if (schema.properties !== undefined) {
    for (const [name, value] of Object.entries(schema.properties)) yield* walk(value, enter(at, name));
  } else if (typeof schema.additionalProperties === "object") {
    const key = keyOf(schema.propertyNames ?? {});
    yield* walk(schema.additionalProperties, { ...at, path: `${at.path}.${key}` });
  } else if (schema.type === "array") {
    const items = schema.items ?? schema.prefixItems?.[0];
    if (items !== undefined) yield* walk(items, { ...at, path: `${at.path}[]` });
  } else {
    const types = [schema.type ?? "string"].flat();
    const choices = [schema.const ?? schema.enum ?? []].flat().map(String);
    const kind = choices.length > 0 ? "choice" : (KINDS[types.find((type) => type !== "null")!] ?? "text");
    yield { ...at, kind, choices, nullable: at.nullable || types.includes("null") };
  }
}

const enter = ({ path, name: around }: Walk, name: string): Walk => ({
  path: path === "" ? name : `${path}.${name}`,
  name,
  parent: path.endsWith("[]") ? `${around}[]` : around,
  nullable: false,
});

/** Every value that a file of this schema holds, in order. */
export const listFields = (schema: JsonSchema): Field[] => [
  ...walk(schema, { path: "", name: "", parent: "", nullable: false }),
];
