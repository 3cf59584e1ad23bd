/** Address of the root of the site, null where it is not known; as `siteRoot` has it inside Astro. */
export function rootAddress(): string | null {
  const { SITE_URL, BASE_PATH = "/" } = process.env;
  return SITE_URL ? new URL(BASE_PATH.replace(/\/?$/, "/"), SITE_URL).href : null;
}
