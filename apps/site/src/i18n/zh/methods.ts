import { tables } from "./methods/tables.ts";
import { text } from "./methods/text.ts";

export const methods = { text, tables };
