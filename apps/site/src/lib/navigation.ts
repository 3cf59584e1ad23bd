/** Parts of the site in the masthead, in order; each is a folder of its name. */
export const NAVIGATION = ["cities", "map", "compare", "sectors", "scenarios", "simulator", "methods", "data"] as const;

/** The part that a page belongs to. */
export type Current = (typeof NAVIGATION)[number];
