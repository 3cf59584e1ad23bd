import { textWidth } from "./place.ts";

/** Lines of at most `width` px in the size of chart text: broken at spaces, and after any character that is not Latin. */
export function breakLines(content: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of content.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s?|\s/g) ?? []) {
    if (line !== "" && textWidth(line + part) > width) {
      lines.push(line.trim());
      line = "";
    }
    line += part;
  }
  return [...lines, line.trim()].filter(Boolean);
}
