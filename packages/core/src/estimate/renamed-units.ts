/** Another code and name of a unit, from before or after the years of the data. */
interface RenamedUnit {
  code: string;
  name: { en: string; zh: string };
  /** Code of the unit in the facts. */
  now: string;
}

const unit = (code: string, en: string, zh: string, now: string): RenamedUnit => ({ code, name: { en, zh }, now });

/**
 * Codes and names of units that became cities, were renumbered or renamed (GB/T 2260 and its yearly lists): other data and older
 * links use them.
 */
export const RENAMED_UNITS: readonly RenamedUnit[] = [
  unit("420600", "Xiangfan", "襄樊", "420600"),
  unit("522200", "Tongren", "铜仁地区", "520600"),
  unit("522400", "Bijie", "毕节地区", "520500"),
  unit("532700", "Simao", "思茅", "530800"),
  unit("533500", "Lincang", "临沧地区", "530900"),
  unit("632100", "Haidong", "海东地区", "630200"),
  unit("650400", "Turpan", "吐鲁番市", "652100"),
];
