import { parseMoneyUnit } from "@tributary/core";
import type { Block } from "./block.ts";
import { placeColumns } from "./label-set.ts";
import { isByRegion, type Laying, layRows, type TableSpace } from "./laying.ts";
import { scaleMoney, splitHeading } from "./units.ts";

/** Lay a number a row, or several that are added; or the same lying on its side. */
export function layVector(block: Block, space: TableSpace): Laying {
  const { axes, arrays, issues } = space;
  const array = arrays.vectorOf(block.part);
  if (!isByRegion(block)) {
    const columns = placeColumns(block, axes, issues);
    return { columns, place: () => ({ array, offset: 0, factor: space.money.factor }), finish: () => {} };
  }
  const factor = readHeadings(block, space);
  return layRows(block, space, new Int32Array(block.columns.length), (i) => ({ array, offset: i, factor }));
}

/** Factor of the unit of money that headings end with, else of the flows; another currency, or a second unit, is recorded. */
function readHeadings(block: Block, { money, issues }: TableSpace): number {
  const factors = block.columns.map(({ item }, j) => {
    const { unit } = splitHeading(item);
    if (unit === null || !parseMoneyUnit(unit)) return money.factor;
    const factor = scaleMoney(unit, money.unit);
    if (factor !== null) return factor;
    const message = `${item} is in another money than the flows, which are in "${money.unit}"`;
    issues.error({ file: block.placeOf(j) }, { code: "other-unit", message });
    return money.factor;
  });
  const [first = money.factor] = factors;
  const j = factors.findIndex((factor) => factor !== first);
  if (j > 0)
    issues.error(
      { file: block.placeOf(j) },
      { code: "other-unit", message: `${block.columns[j].item} is in another unit than ${block.columns[0].item}` },
    );
  return first;
}
