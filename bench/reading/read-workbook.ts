// Every number of a workbook, read as an import reads it: `node bench/reading/read-workbook.ts FILE`.
import { Workbook } from "../../apps/cli/src/sources/xlsx/workbook.ts";

const workbook = await Workbook.open(process.argv[2]);
let [rows, columns] = [0, 0];
for await (const row of workbook.rows(workbook.sheets[0])) {
  rows++;
  columns = Math.max(columns, row.width);
}
console.log(JSON.stringify({ rows, columns }));
workbook.close();
