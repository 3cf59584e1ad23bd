import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { listFiles } from "../../build/site-folder.ts";

interface Api extends Record<string, unknown> {
  paths: Record<
    string,
    { get: { responses: { 200: { content: { "application/json": { schema: { $ref: string } } } } } } }
  >;
  components: { schemas: Record<string, object> };
}

/** Files checked of each address of the API. */
const SAMPLED = 12;

/** The description of the API is valid, every address in it has files, and these are what it says. */
export async function holdApi(dist: string): Promise<void> {
  const read = (file: string) => JSON.parse(readFileSync(join(dist, file), "utf8"));
  const api: Api = read("data/openapi.json");
  expect(await new Validator().validate(structuredClone(api))).toMatchObject({ valid: true });
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(api, "api");
  const files = await listFiles(dist);
  for (const [path, { get }] of Object.entries(api.paths)) {
    const form = new RegExp(
      `^${path
        .slice(1)
        .replaceAll(".", "\\.")
        .replace(/\{\w+\}/g, "[^/]+")}$`,
    );
    const found = files.filter((file) => form.test(file));
    expect(found.length, path).toBeGreaterThan(0);
    const validate = ajv.compile({ $ref: `api${get.responses[200].content["application/json"].schema.$ref}` });
    const step = Math.max(1, Math.floor(found.length / SAMPLED));
    for (const file of found.filter((_, i) => i % step === 0)) {
      expect(validate(read(file)), `${file}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
      expect(validate({ ...read(file), more: 1 }), `${file} with a field too many`).toBe(false);
    }
  }
}
