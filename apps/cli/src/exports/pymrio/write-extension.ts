import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeJson } from "../../store/json.ts";
import { writeFrame, writePlainFrame } from "./write-frame.ts";

/** Names of rows of regions and sectors, or of uses: one a level. */
type Names = readonly (readonly string[])[];

/** Rows of numbers that go with production, and with final demand. */
export interface ExtensionRow {
  name: string;
  unit: string;
  /** One a sector of a region. */
  F: Float64Array;
  /** One a column of final demand; absent where the extension has none. */
  FY?: Float64Array;
}

const file = (name: string, nr_index_col: number, nr_header: number) => ({ name, nr_index_col, nr_header });

/** Write an extension as the folder that pymrio's `load_all` reads, whose columns are those of the system. */
export function writeExtension(
  folder: string,
  name: string,
  rows: readonly ExtensionRow[],
  columns: { places: Names; uses: Names },
): void {
  mkdirSync(folder, { recursive: true });
  const index = rows.map((row) => [row.name]);
  const levels = (second: string) => ({ columns: ["region", second], index: ["stressor"] });
  const hasUses = rows.every(({ FY }) => FY !== undefined);
  writeFrame(join(folder, "F.txt"), {
    ...{ levels: levels("sector"), columns: columns.places, index },
    row: (i) => rows[i].F,
  });
  if (hasUses)
    writeFrame(join(folder, "F_Y.txt"), {
      ...{ levels: levels("category"), columns: columns.uses, index },
      row: (i) => rows[i].FY ?? [],
    });
  writePlainFrame(join(folder, "unit.txt"), {
    ...{ levels: { columns: [], index: ["stressor"] }, columns: [["unit"]], index },
    row: (i) => [rows[i].unit],
  });
  const files = {
    F: file("F.txt", 1, 2),
    ...(hasUses && { F_Y: file("F_Y.txt", 1, 2) }),
    unit: file("unit.txt", 1, 1),
  };
  writeFileSync(join(folder, "file_parameters.json"), encodeJson({ systemtype: "Extension", name, files }, 2));
}
