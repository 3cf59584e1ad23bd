import type { APIRoute } from "astro";
import { respond } from "../../components/files.ts";
import { makeClassFiles } from "../../view-models/files/data-files.ts";
import { getCountry } from "../../view-models/release.ts";

export const GET: APIRoute = () => {
  const file = makeClassFiles(getCountry()).find(({ name }) => name === "classes.json")!;
  return respond(file.name, file.text);
};
