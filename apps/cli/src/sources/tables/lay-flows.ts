import { InputError } from "@tributary/core/errors";
import type { Block } from "./block.ts";
import { allocateMatrix } from "./check-size.ts";
import { placeColumns } from "./label-set.ts";
import { type Laying, layRows, type TableSpace } from "./laying.ts";

/**
 * Lay flows, or requirements, into the matrix.
 *
 * @throws {InputError} `two-tables`; `cannot-merge` for requirements of sectors that are merged.
 */
export function layFlows(block: Block, space: TableSpace): Laying {
  const { axes, arrays, money, issues } = space;
  const { name, part, transposed } = block;
  if (arrays.Z) throw new InputError("two-tables", `${name} is a second table of flows; import one at a time.`);
  arrays.coefficients = part === "A";
  if (arrays.coefficients && axes.merges)
    throw new InputError("cannot-merge", `${name} holds coefficients, which cannot be added up; give the flows.`);
  const { n } = axes;
  const Z = allocateMatrix(n);
  arrays.Z = Z;
  const factor = arrays.coefficients ? 1 : money.factor;
  const columns = placeColumns(block, axes, issues);
  if (!transposed) return layRows(block, space, columns, (i) => ({ array: Z, offset: i * n, factor }));
  const sellers = columns.map((i) => (i < 0 ? -1 : i * n));
  return layRows(block, space, sellers, (j) => ({ array: Z, offset: j, factor }));
}
