/** A stretch of text that is set in one way. */
export interface TextRun {
  style: "plain" | "b" | "em" | "local" | "out" | "key";
  /** The words; for a key the letter of its swatch. */
  text: string;
}

const MARK = /\{(b|em|local|out|key-([loah]))\|([^{}]*)\}/g;

/** Split text with marks such as `{local|cuts at home}` into runs, in order. */
export function parseRichText(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) runs.push({ style: "plain", text: text.slice(end, match.index) });
    if (match[2]) runs.push({ style: "key", text: match[2] });
    else runs.push({ style: match[1] as TextRun["style"], text: match[3]! });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ style: "plain", text: text.slice(end) });
  return runs;
}

/** The same words without marks, for attributes. */
export const plainText = (text: string): string =>
  parseRichText(text)
    .filter(({ style }) => style !== "key")
    .map((run) => run.text)
    .join("");
