/** A small number with two digits and a power of ten: "7.3e-12"; plain from 0.001 to 1000. */
export function scientific(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  return size >= 0.001 && size < 1000
    ? String(Number(value.toPrecision(2)))
    : value.toExponential(1).replace("e+", "e");
}
