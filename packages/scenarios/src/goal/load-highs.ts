import { ModelError } from "@tributary/core";
import type { Program, SolveProgram } from "./program.ts";

/** HiGHS as it is loaded, asked and answers. Its own types describe another form of its module than Node and bundlers load. */
type Load = (options: { locateFile?: (file: string) => string }) => Promise<Highs>;
interface Highs {
  solve(problem: string, options: { output_flag: boolean; primal_feasibility_tolerance: number }): HighsAnswer;
}
interface HighsAnswer {
  Status: string;
  Columns: Record<string, { Primal?: number }>;
  Rows: readonly { Dual?: number }[];
}

/** Tightest that HiGHS is sure to keep; goals are met to 1e-6. */
const FEASIBILITY = 1e-9;

/**
 * Load HiGHS compiled to WebAssembly, 1.3 MB compressed, when it is first needed.
 *
 * @param locateFile Where its `.wasm` is served; needed in a browser only (`highs/runtime` is the file).
 * @returns A solver; null from it means that no `u` meets the limit.
 * @see Huangfu & Hall (2018), Mathematical Programming Computation 10(1)
 */
export async function loadHighs(locateFile?: (file: string) => string): Promise<SolveProgram> {
  const { default: load } = (await import("highs")) as unknown as { default: Load };
  const highs = await load(locateFile ? { locateFile } : {});
  return (program) => {
    const options = { output_flag: false, primal_feasibility_tolerance: FEASIBILITY };
    const { Status, Columns, Rows } = highs.solve(formatProgram(program), options);
    if (Status === "Infeasible") return null;
    if (Status !== "Optimal") throw new ModelError("not-converged", `The linear programme ended as "${Status}".`);
    return {
      u: program.costs.map((_, j) => Math.min(1, Math.max(0, Columns[`u${j}`].Primal!))),
      price: -Rows[0].Dual!,
    };
  };
}

/** A programme in CPLEX LP format. */
function formatProgram({ costs, slopes, limit }: Program): string {
  const add = (factors: readonly number[]) =>
    factors.map((factor, j) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} u${j}`).join(" ");
  const bounds = costs.map((_, j) => ` 0 <= u${j} <= 1`);
  return [
    "Minimize",
    ` effort: ${add(costs)}`,
    "Subject To",
    ` target: ${add(slopes)} <= ${limit}`,
    "Bounds",
    ...bounds,
    "End",
  ].join("\n");
}
