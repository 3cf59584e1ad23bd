import type { IssueList } from "../issue-list.ts";
import type { AxisCodes, Orientation } from "./table-source.ts";

/**
 * Which side of a matrix the regions are on. It has to be said: a matrix of as many regions as sectors would not tell.
 *
 * @param place The matrix, for messages.
 * @returns `null` where it is not said, or the shape is another; the reason is in `issues`.
 */
export function checkOrientation(
  { rows, columns }: { rows: number; columns: number },
  { regions, sectors }: AxisCodes,
  orientation: Orientation | undefined,
  place: string,
  issues: IssueList,
): Orientation | null {
  const refuse = (code: string, message: string, hint: string): null => {
    issues.error({ file: place }, { code, message: `is ${rows} × ${columns}${message}`, hint });
    return null;
  };
  if (!orientation)
    return refuse(
      "no-orientation",
      ": which side the regions are on is not said",
      "state it: --orientation regions-by-sectors or sectors-by-regions",
    );
  const sides = [regions.length, sectors.length];
  const [first, second] = orientation === "regions-by-sectors" ? sides : sides.toReversed();
  if (rows === first && columns === second) return orientation;
  const turned = rows === second && columns === first;
  const hint = turned ? "turn it round" : "check --regions and --sectors";
  return refuse("wrong-orientation", `; ${orientation} would be ${first} × ${second}`, hint);
}
