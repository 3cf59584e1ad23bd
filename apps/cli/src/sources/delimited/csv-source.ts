import type { Block } from "../tables/block.ts";
import { assignParts, tellsPart } from "../tables/guess-part.ts";
import { listFiles, requireFiles, sortBlocks } from "../tables/input-files.ts";
import type { TableSource } from "../tables/table-source.ts";
import { openDelimited } from "./delimited-block.ts";
import { NumberWatch } from "./number-watch.ts";

const TEXT = /\.(csv|tsv|txt)$/i;

/** One CSV or TSV file a part: two header rows (region, sector), two index columns. */
export const csvSource: TableSource = {
  id: "csv",
  summary: "CSV or TSV files, one a part: two header rows (region, sector) and two index columns",
  recognises: (path) => listFiles([path], TEXT).some((file) => TEXT.test(file) && tellsPart(file)),
  async open(paths, { as, encoding, numbers }, issues) {
    const { used, parts, ignored } = assignParts(requireFiles(paths, TEXT, ".csv, .tsv or .txt"), as, issues);
    const blocks: Block[] = [];
    const watch = numbers ? undefined : new NumberWatch();
    for (const [k, path] of used.entries()) {
      const block = await openDelimited({ path, part: parts[k], encoding, numbers, watch }, issues);
      if (block) blocks.push(block);
    }
    return { blocks: sortBlocks(blocks), files: used, ignored, settle: () => watch?.settle(issues), close: () => {} };
  },
};
