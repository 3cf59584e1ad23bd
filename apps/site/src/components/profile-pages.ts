import type { CitySummary } from "@tributary/core";
import { listRenamed } from "../view-models/places/renamed.ts";
import { getCountry } from "../view-models/release.ts";

/** A page below `cities/`: a profile, or an address of another year that leads to one. */
interface ProfilePage {
  params: { place: string };
  props: { code: string; moved: CitySummary | null };
}

/** Paths of all profiles, and of the addresses that lead to them. */
export function listProfiles(): ProfilePage[] {
  const { cities } = getCountry();
  return [
    ...cities.map(({ code, slug }) => ({ params: { place: slug }, props: { code, moved: null } })),
    ...listRenamed(cities).map(({ slug, city }) => ({
      params: { place: slug },
      props: { code: city.code, moved: city },
    })),
  ];
}
