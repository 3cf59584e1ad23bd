// exceljs reads the same workbook: `node exceljs_read.cjs MODULE FILE`.
const [module_, file] = process.argv.slice(2);
const { Workbook } = require(module_);

async function read() {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(file);
  let cells = 0;
  workbook.worksheets[0].eachRow((row) => {
    cells += row.actualCellCount;
  });
  if (cells === 0) throw new Error("The workbook has no cells.");
}

read();
