import { ModelError } from "../errors.ts";
import { DenseSourcing } from "./dense/dense-sourcing.ts";
import { DenseRequirements } from "./dense-requirements.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import { FactoredSourcing } from "./factored-sourcing.ts";
import type { RequirementsOperator } from "./operator.ts";
import type { Sourcing } from "./sourcing.ts";

/**
 * Who buys where in a table of R regions, whatever its form.
 *
 * @throws {ModelError} `shape-mismatch` for a table that was changed already: changes are stated against the first.
 */
export function openSourcing(A: RequirementsOperator, R: number): Sourcing {
  if (A instanceof FactoredRequirements) return new FactoredSourcing(A);
  if (A instanceof DenseRequirements) return new DenseSourcing(A, R);
  throw new ModelError("shape-mismatch", "Suppliers of a changed table are those of the table that it comes from.");
}
