import { join } from "node:path";
import {
  checkSchema,
  drawsSchema,
  type Issue,
  provinceFlowsSchema,
  regionResultSchema,
  regionSummarySchema,
  sectorResultSchema,
  tableSummarySchema,
} from "@tributary/core";
import { galleryIndexSchema, scenarioResultSchema } from "@tributary/scenarios";
import { z } from "zod";
import { readCheckedJson } from "../store/checked-json.ts";
import { readNpyHeader } from "../store/npy-file.ts";
import { PACKAGE } from "../store/release-store.ts";
import { collect, refuse } from "./collect-issues.ts";

const packageSchema = z.looseObject({
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string().regex(/^sha256:[0-9a-f]{64}$/) })),
});

/** Identities as they held for these results. */
const resultChecksSchema = z.strictObject({
  checks: z.array(checkSchema.omit({ note: true }).extend({ note: z.string().optional() })),
});

/** Schema of every JSON file of a release, by its path; the manifest has a reader of its own. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^results\/summary\.json$/, tableSummarySchema],
  [/^results\/cities\.json$/, z.array(regionSummarySchema)],
  [/^results\/checks\.json$/, resultChecksSchema],
  [/^results\/cities\/[^/]+\.json$/, regionResultSchema],
  [/^results\/sectors\/[^/]+\.json$/, sectorResultSchema],
  [/^results\/provinces\.json$/, provinceFlowsSchema],
  [/^results\/scenarios\/index\.json$/, galleryIndexSchema],
  [/^results\/scenarios\/[^/]+\/result\.json$/, scenarioResultSchema],
  [/^draws\/draws\.json$/, drawsSchema],
  [new RegExp(`^(.+/)?${PACKAGE.replace(".", "\\.")}$`), packageSchema],
];

/** Whether a file is what its name says: JSON that fits its schema, an array with a header. */
export function checkForm(folder: string, path: string, issues: Issue[]): void {
  if (path.endsWith(".npy")) collect(issues, path, () => readNpyHeader(join(folder, path), path));
  if (!path.endsWith(".json") || path === "manifest.json") return;
  const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
  const checked = schema && collect(issues, path, () => readCheckedJson(join(folder, path), schema, "bad-file"));
  if (!schema) issues.push(refuse("no-schema", path, "is no file of a release"));
  else if (checked && "issues" in checked) issues.push(...checked.issues);
}
