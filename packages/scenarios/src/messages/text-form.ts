import type { Messages } from "./en.ts";

/** What a schema says of a text of another form: the key of the words for it. */
export const textForm = (key: keyof Messages["forms"]): string => key;
