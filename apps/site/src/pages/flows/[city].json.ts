import type { APIRoute } from "astro";
import { respond } from "../../components/files.ts";
import { makeCityFlows } from "../../view-models/map/city-flows.ts";
import { getCountry, getFacts } from "../../view-models/release.ts";

export const getStaticPaths = () => getCountry().cities.map(({ code }) => ({ params: { city: code } }));

/* What one city exchanges with all others: small enough to be fetched when a reader chooses it. */
export const GET: APIRoute<Record<string, never>, { city: string }> = ({ params }) =>
  respond("flows.json", JSON.stringify(makeCityFlows(getCountry(), getFacts(params.city).detail)));
