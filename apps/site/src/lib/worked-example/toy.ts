/** One year of the worked example: sales of every row, and emissions per output. Invented numbers. */
export interface ExampleYear {
  /** What each row sells to each row as an input. */
  Z: number[][];
  /** What it sells to the final buyers of each city. */
  Y: number[][];
  /** What it sells abroad. */
  e: number[];
  /** Emissions per output. */
  S: number[];
}

export const CITIES = ["A", "B", "C"] as const;
export const SECTORS = ["heavy", "light"] as const;

/** Emissions per output of a table whose emissions are known. */
function withIntensity(F: readonly number[], { Z, Y, e }: Omit<ExampleYear, "S">): ExampleYear {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { Z, Y, e, S: F.map((emitted, i) => emitted / (sum(Z[i]!) + sum(Y[i]!) + e[i]!)) };
}

/** Three cities with two sectors each in two years: the example by which the model is tested as well. */
export const makeToy = (): [ExampleYear, ExampleYear] => [
  withIntensity([54, 18, 10, 21, 360, 13.5], {
    Z: [
      [10, 8, 0, 4, 2, 1],
      [2, 12, 0, 6, 3, 2],
      [0, 0, 4, 6, 1, 0],
      [3, 5, 4, 40, 10, 6],
      [12, 8, 8, 30, 60, 10],
      [1, 2, 1, 5, 4, 6],
    ],
    Y: [
      [6, 3, 1],
      [30, 8, 2],
      [2, 3, 1],
      [8, 90, 12],
      [6, 14, 20],
      [2, 4, 20],
    ],
    e: [1, 7, 3, 22, 12, 1],
  }),
  withIntensity([71.4, 28.8, 8.5, 21.42, 300.3, 11], {
    Z: [
      [12, 10, 0, 5, 2, 1],
      [2, 18, 0, 8, 3, 2],
      [0, 0, 4, 6, 1, 0],
      [4, 8, 4, 52, 11, 7],
      [14, 12, 9, 36, 62, 11],
      [1, 3, 1, 6, 4, 7],
    ],
    Y: [
      [7, 3, 1],
      [42, 10, 2],
      [2, 3, 1],
      [11, 118, 14],
      [7, 16, 22],
      [3, 5, 24],
    ],
    e: [1, 11, 3, 28, 12, 1],
  }),
];
