import type { TableSector } from "../lever.ts";

/** Sectors of a table that names electricity, and makers of equipment for it. */
export const SAMPLE_SECTORS: readonly TableSector[] = [
  { code: "20", name: { en: "Electrical machinery for power supply", zh: "电力设备" } },
  { code: "24", name: { en: "Production and supply of electricity and heat", zh: "电力、热力的生产和供应" } },
  { code: "25", name: { en: "Gas supply", zh: "燃气生产和供应" } },
];
