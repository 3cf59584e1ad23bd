import type { APIRoute } from "astro";
import { readGallery } from "../../lib/gallery.ts";
import { makeOpenApi } from "../../view-models/data/api/openapi.ts";
import { getCountry, siteRoot } from "../../view-models/release.ts";

export const GET: APIRoute = ({ site }) => {
  const { release } = getCountry().summary;
  const scenarios = readGallery().map(({ scenario }) => scenario.id);
  const facts = { release: release.id, openEstimate: release.kind === "open-estimate", scenarios };
  return Response.json(makeOpenApi({ ...facts, address: siteRoot(site) }));
};
