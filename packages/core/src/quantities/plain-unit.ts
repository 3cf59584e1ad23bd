const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * One spelling for the many of a unit: `10⁴` and `10**4` become `10^4`, subscripts and full-width letters become plain ones,
 * white space becomes one blank.
 */
export function plainUnit(text: string): string {
  return text
    .replace(/10[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `10^${[...power.slice(2)].map((d) => SUPERSCRIPTS.indexOf(d)).join("")}`)
    .normalize("NFKC")
    .replaceAll("**", "^")
    .replace(/^['’]000\b/, "1000")
    .replace(/\s+/g, " ")
    .trim();
}

const YEARLY = / ?(\/ ?(a|yr|year|y)|per (year|annum)|p\.a\.|a-1|每年|\/年)$/i;

/** The unit without the year that an annual amount may name. */
export function dropYear(text: string): string {
  return text.replace(YEARLY, "");
}
