import type { APIContext } from "astro";
import { siteRoot } from "../view-models/release.ts";
import { getFeed } from "../view-models/revision/get-changelog.ts";

/** Atom feed of the published releases. */
export const GET = ({ site }: APIContext) => new Response(getFeed("en", siteRoot(site)));
