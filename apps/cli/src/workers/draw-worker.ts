import { type DrawPlan, type DrawRecord, drawEstimate, type Facts, InputError, solveOutput } from "@tributary/core";

/** One draw, made in a thread of its own: nothing in it depends on the other threads. */
export interface DrawTask {
  facts: Facts;
  plan: DrawPlan;
  draw: number;
}

/** The draw, or why the figures cannot be used: an error class does not survive the way between threads. */
export type DrawReport = { record: DrawRecord } | { code: string; message: string };

/** Make one draw of a pool. */
export default async function drawShared({ facts, plan, draw }: DrawTask): Promise<DrawReport> {
  try {
    return { record: await drawEstimate(facts, plan, draw, async (...input) => solveOutput(...input)) };
  } catch (error) {
    if (error instanceof InputError) return { code: error.code, message: error.message };
    throw error;
  }
}
