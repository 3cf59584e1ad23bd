import { InputError, type Issue } from "@tributary/core";
import type { Text } from "../remark.ts";

/** One of several problems, at its place. */
export interface ToldIssue {
  code: string;
  where: string;
  text: Text;
  hint?: Text;
}

/** What an error says besides its headline. */
interface Rest {
  issues?: readonly ToldIssue[];
  /** What somebody typed and nobody knows: the problem is where it stands. */
  word?: string;
  /** Where in the lever's settings the problem is, where it is one of a lever. */
  at?: readonly string[];
}

/** A refusal of a scenario, a link, a lever or a goal, in both languages of the site; as an `InputError` it is English. */
export class ScenarioError extends InputError {
  readonly text: Text;
  readonly told: readonly ToldIssue[];
  readonly word: string | undefined;
  readonly at: readonly string[];

  constructor(code: string, text: Text, { issues = [], word, at = [] }: Rest = {}) {
    super(code, text.en, issues.map(inEnglish));
    this.text = text;
    this.told = issues;
    this.word = word;
    this.at = at;
  }
}

const inEnglish = ({ code, where, text, hint }: ToldIssue): Issue => ({
  severity: "error",
  code,
  where,
  message: text.en,
  ...(hint ? { hint: hint.en } : {}),
});
