import { expect, test } from "vitest";
import { explainCell } from "./explain-cell.ts";

test.each([
  ["", "empty cell", "has to be estimated"],
  ["n.a.", 'not a number "n.a."', "has to be estimated"],
  ["1,234", 'not a number "1,234"', "no separators of thousands"],
  ["1\u00a0234", 'not a number "1\u00a0234"', "no separators of thousands"],
  ["10,5", 'not a number "10,5"', "a point before decimals"],
  ["(5)", 'not a number "(5)"', "no brackets"],
  ["−3", 'not a number "−3"', "such as -1234.5"],
  ["12.5", 'a text that looks like a number "12.5"', "convert the cell"],
  ["date 43101", 'not a number "date 43101"', "a date hides the number"],
  ["5-Jan", 'not a number "5-Jan"', "made a date of a number"],
  ["2017-01-05", 'not a number "2017-01-05"', "made a date of a number"],
  ["#REF!", 'not a number "#REF!"', "mend the formula"],
  ["####", 'not a number "####"', "too narrow"],
  ["formula A1+1", 'not a number "formula A1+1"', "save it"],
])("%j", (text, message, hint) => {
  expect(explainCell(text)).toEqual({ message, hint: expect.stringContaining(hint) });
});
