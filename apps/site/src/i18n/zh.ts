import type { Catalogue } from "./en.ts";
import { shell } from "./zh/shell.ts";

/** Chinese words of the site; the compiler holds it to the English shape. */
export const zh: Catalogue = { shell };
