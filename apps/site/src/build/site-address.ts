import { InputError } from "@tributary/core/errors";

/** Where the site will live. */
export interface SiteAddress {
  /** `https://example.org`; null where it is not known. */
  origin: string | null;
  /** Path below which its pages stand, with slashes at both ends. */
  base: string;
  /** Address of its root; null where it is not known. */
  root: string | null;
}

/**
 * Read `SITE_URL` and `BASE_PATH`: the path may stand in either.
 *
 * @throws {InputError} `bad-address` for a `SITE_URL` that is no address of the web, or another path than `BASE_PATH`.
 */
export function readSiteAddress({ SITE_URL, BASE_PATH }: NodeJS.ProcessEnv = process.env): SiteAddress {
  if (!SITE_URL) return { origin: null, base: endPath(BASE_PATH ?? "/"), root: null };
  const url = URL.canParse(SITE_URL) ? new URL(SITE_URL) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new InputError(
      "bad-address",
      `SITE_URL is "${SITE_URL}"; it must be the address of the site, such as https://example.org/carbon.`,
    );
  const path = endPath(url.pathname);
  const base = endPath(BASE_PATH ?? path);
  if (path !== "/" && path !== base)
    throw new InputError("bad-address", `SITE_URL says the path ${path}, BASE_PATH says ${base}: state one.`);
  return { origin: url.origin, base, root: url.origin + base };
}

const endPath = (path: string) => `/${path}/`.replaceAll(/\/+/g, "/");
