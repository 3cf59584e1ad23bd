import { makePlaces } from "../lib/search/make-places.ts";
import { getCountry } from "../view-models/release.ts";

/** The index of places that the search box loads. */
export const GET = () => {
  const { cities, summary } = getCountry();
  return new Response(JSON.stringify(makePlaces(cities, summary.leftOut)), {
    headers: { "content-type": "application/json" },
  });
};
