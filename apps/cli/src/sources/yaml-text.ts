import { parse, type YAMLError, YAMLParseError } from "yaml";

/** What a YAML or JSON text says, or what is wrong with it and on which line. */
export type YamlText = { value: unknown } | { problem: { line?: number; message: string } };

/** Parse a text that somebody wrote; warnings of the parser are left out, for a strict schema follows. */
export function parseYaml(text: string): YamlText {
  try {
    return { value: parse(text, { logLevel: "error", prettyErrors: true }) };
  } catch (error) {
    if (error instanceof YAMLParseError)
      return { problem: { line: error.linePos?.[0].line, message: tidyYamlMessage(error) } };
    // The parser's way to refuse an alias without its anchor, or too many of them.
    if (error instanceof ReferenceError) return { problem: { message: error.message } };
    throw error;
  }
}

/** The first clause: the line is told apart, and what follows a semicolon speaks to programmers. */
export function tidyYamlMessage({ message }: YAMLError): string {
  return message
    .split("\n")[0]
    .replace(/ at line \d+, column \d+:?$/, "")
    .split(";")[0];
}
