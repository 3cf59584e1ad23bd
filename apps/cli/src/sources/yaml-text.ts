import { type Document, isScalar, parseDocument, visit, type YAMLError } from "yaml";

/** What a YAML or JSON text says, or what is wrong with it and on which line. */
export type YamlText = { value: unknown } | { problem: { line?: number; message: string } };

/** Parse a text that somebody wrote; warnings of the parser are left out, for a strict schema follows. */
export function parseYaml(text: string): YamlText {
  const document = parseDocument(text, { ...LINEAR, logLevel: "error", prettyErrors: true });
  const [fault] = document.errors;
  if (fault) return { problem: { line: fault.linePos?.[0].line, message: tidyYamlMessage(fault) } };
  const [twice] = findRepeatedKeys(document);
  if (twice !== undefined) return { problem: { line: countLines(text, twice), message: REPEATED } };
  try {
    return { value: document.toJS() };
  } catch (error) {
    // The parser's way to refuse an alias without its anchor, or too many of them.
    if (error instanceof ReferenceError) return { problem: { message: error.message } };
    throw error;
  }
}

/** The parser compares each key with all before it: a hundred thousand take minutes. */
export const LINEAR = { uniqueKeys: false } as const;
export const REPEATED = "Map keys must be unique";

/** Where the keys stand that a map has twice. */
export function findRepeatedKeys(document: Document.Parsed): number[] {
  const repeated: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) repeated.push(key.range?.[0] ?? 0);
        known.add(key.value);
      }
    },
  });
  return repeated;
}

function countLines(text: string, end: number): number {
  return text.slice(0, end).split("\n").length;
}

/** The first clause: the line is told apart, and what follows a semicolon speaks to programmers. */
export function tidyYamlMessage({ message }: YAMLError): string {
  return message
    .split("\n")[0]
    .replace(/ at line \d+, column \d+:?$/, "")
    .split(";")[0];
}
