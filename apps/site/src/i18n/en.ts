import { shell } from "./en/shell.ts";

/** English words of the site; its shape is the type that every other language must fill. */
export const en = { shell };

/** Every text of the site in one language: strings, and functions for sentences that hold numbers. */
export type Catalogue = typeof en;
