import { main } from "./main.ts";
import { createOutput } from "./output.ts";

/** What a run of the command line said and how it ended. */
export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Run the command line inside a test, away from any terminal. */
export async function runMain(...argv: string[]): Promise<Run> {
  const said = { stdout: "", stderr: "" };
  const sink = (stream: keyof typeof said) => ({
    write: (text: string) => {
      said[stream] += text;
    },
  });
  const code = await main(argv, createOutput(sink("stdout"), sink("stderr"), {}));
  return { code, ...said };
}
