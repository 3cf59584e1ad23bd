import { tables } from "./methods/tables.ts";
import { text } from "./methods/text.ts";

/** The methods page. */
export const methods = { text, tables };
