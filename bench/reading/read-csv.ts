// Every number of a CSV into a matrix, read as an import reads it: `node bench/reading/read-csv.ts FILE`.
import { openDelimited } from "../../apps/cli/src/sources/delimited/delimited-block.ts";
import { IssueList } from "../../apps/cli/src/sources/issue-list.ts";

const issues = new IssueList();
const block = await openDelimited({ path: process.argv[2], part: "Z", encoding: "utf-8" }, issues);
if (!block) throw new Error("The file is no table.");
const columns = block.columns.length;
const cells = new Float64Array(columns * columns);
let rows = 0;
for await (const { values } of block.rows()) cells.set(values, rows++ * columns);
console.log(JSON.stringify({ rows, columns }));
