import { InputError, type Issue } from "@tributary/core/errors";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FactsCopy } from "./facts-copy.ts";
import { readFacts } from "./read-facts.ts";

/** What is done to a copy of the figures, where the issue must be found, its code, and words of its message. */
export type Refusal = [name: string, spoil: (facts: FactsCopy) => void, where: string, code: string, words: string];

/** One test a refusal: the spoiled figures are refused, at that place, with that code and words. */
export function testRefusals(refusals: readonly Refusal[]): void {
  let facts: FactsCopy;
  beforeEach(() => {
    facts = new FactsCopy();
  });
  afterEach(() => facts.remove());
  test.each(refusals)("%s", (_name, spoil, where, code, words) => {
    spoil(facts);
    const message = expect.stringContaining(words);
    expect(listIssues(facts)).toContainEqual(expect.objectContaining({ severity: "error", where, code, message }));
  });
}

function listIssues({ folder }: FactsCopy): readonly Issue[] {
  try {
    readFacts(folder);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  throw new Error("The facts were accepted.");
}
