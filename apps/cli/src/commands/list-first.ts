/** Names that are listed before the rest is only counted. */
const LISTED = 10;

/** The first names with commas between, and how many more there are. */
export function listFirst(names: readonly string[]): string {
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
  return names.slice(0, LISTED).join(", ") + more;
}
