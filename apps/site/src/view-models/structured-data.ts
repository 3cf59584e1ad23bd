import type { CityContext } from "./city/facts.ts";
import { profilePath } from "./city/facts.ts";
import { FILE_IDS } from "./page-parts.ts";

/** JSON for a `<script>` element: no character of it can end the element. */
const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** `schema.org` description of a profile as a data set. `site` is the address of the root, null where it is not known. */
export function describeDataset(context: CityContext, description: string, site: string | null): string {
  const { city, country, words, nameOf, lang, keys } = context;
  const folder = `${site ?? ""}${profilePath(city)}`;
  return toScriptJson({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: words.head.title(nameOf(city.code)),
    description,
    inLanguage: lang === "zh" ? "zh-CN" : "en",
    version: country.summary.release.id,
    license: "https://creativecommons.org/licenses/by/4.0/",
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: "Tributary" },
    temporalCoverage: `${keys[0]}/${keys[1]}`,
    spatialCoverage: {
      "@type": "Place",
      name: city.name.en,
      geo: { "@type": "GeoCoordinates", latitude: city.lat, longitude: city.lon },
    },
    measurementTechnique: "Multi-region input-output analysis",
    distribution: FILE_IDS.map((id) => ({
      "@type": "DataDownload",
      encodingFormat: "text/csv",
      contentUrl: site === null ? `${id}.csv` : `${folder}${id}.csv`,
    })),
  });
}
