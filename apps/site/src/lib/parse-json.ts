/** Marks that turn the direction of what follows, also outside their own name; nothing here is written from the right. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ESCAPED = /\\u(?:061c|200[ef]|202[a-e]|206[6-9])/i;

/** A JSON text as a value whose words hold no marks that turn the direction of the page around them. */
export function parseJson(text: string): unknown {
  const straight = text.replace(TURNS, "");
  if (!ESCAPED.test(straight)) return JSON.parse(straight);
  return JSON.parse(straight, (_, value) => (typeof value === "string" ? value.replace(TURNS, "") : value));
}
