import type { APIRoute } from "astro";
import { readGallery } from "../../lib/gallery.ts";
import { getCountry } from "../../view-models/release.ts";

/** The scenarios that have a page. */
export const GET: APIRoute = () => {
  const scenarios = readGallery().map(({ scenario }) => scenario.id);
  return Response.json({ schema: "tributary.gallery/v1", release: getCountry().summary.release.id, scenarios });
};
