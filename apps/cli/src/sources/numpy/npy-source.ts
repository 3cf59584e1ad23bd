import { showPath } from "../../paths.ts";
import { readNpyHeader, readNpyRows } from "../../store/npy-file.ts";
import type { IssueList } from "../issue-list.ts";
import { type Matrix, nameMatrix } from "../matrix/matrix-block.ts";
import { assignParts } from "../tables/guess-part.ts";
import { listFiles, requireFiles, sortBlocks } from "../tables/input-files.ts";
import { requireAxes } from "../tables/require-axes.ts";
import type { TableSource } from "../tables/table-source.ts";

const NPY = /\.npy$/i;

/** One NumPy file a part, with the names of regions and sectors from two lists. */
export const npySource: TableSource = {
  id: "npy",
  summary: "NumPy files, one a part (Z.npy, Y.npy, …), with --regions and --sectors",
  recognises: (path) => listFiles([path], NPY).some((file) => NPY.test(file)),
  async open(paths, options, issues) {
    const axes = requireAxes(options.axes);
    const { used, parts, ignored } = assignParts(requireFiles(paths, NPY, ".npy"), options.as, issues);
    const rules = { axes, orientation: options.orientation, stressors: options.stressors ?? [] };
    const blocks = used.flatMap((path, k) => {
      const matrix = openMatrix(path, issues);
      return (matrix && nameMatrix(matrix, parts[k], rules, issues)) ?? [];
    });
    return { blocks: sortBlocks(blocks), files: used, ignored, close: () => {} };
  },
};

function openMatrix(path: string, issues: IssueList): Matrix | null {
  const name = showPath(path);
  const { shape } = readNpyHeader(path, name);
  if (shape.length === 0 || shape.length > 2) {
    issues.error(
      { file: name },
      { code: "shape-mismatch", message: `has ${shape.length} dimensions; 1 or 2 are needed` },
    );
    return null;
  }
  const [rows, columns] = shape.length === 1 ? [1, shape[0]] : shape;
  return { name, rows, columns, read: () => readNpyRows(path, name, columns) };
}
