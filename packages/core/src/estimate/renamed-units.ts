/** Another code and name of a unit, from before or after the years of the data. */
interface RenamedUnit {
  code: string;
  name: { en: string; zh: string };
  /** Code of the unit in the facts. */
  now: string;
}

const unit = (code: string, en: string, zh: string, now: string): RenamedUnit => ({ code, name: { en, zh }, now });

/**
 * Codes and names of units that became cities, were renumbered or renamed since 2003 (GB/T 2260 and its yearly lists): other
 * data and older links use them. Units that were merged into others, such as Chaohu (2011) and Laiwu (2019), have no successor
 * of the same bounds and are none of these.
 */
export const RENAMED_UNITS: readonly RenamedUnit[] = [
  // 2003 and 2004: prefectures and leagues became cities.
  unit("142300", "Luliang", "吕梁地区", "141100"),
  unit("152600", "Ulanqab", "乌兰察布盟", "150900"),
  unit("152800", "Bayannur", "巴彦淖尔盟", "150800"),
  unit("532700", "Simao", "思茅", "530800"),
  unit("533500", "Lincang", "临沧地区", "530900"),
  unit("622400", "Dingxi", "定西地区", "621100"),
  unit("622600", "Longnan", "陇南地区", "621200"),
  // 2010 to 2018.
  unit("420600", "Xiangfan", "襄樊", "420600"),
  unit("522200", "Tongren", "铜仁地区", "520600"),
  unit("522400", "Bijie", "毕节地区", "520500"),
  unit("632100", "Haidong", "海东地区", "630200"),
  unit("542300", "Shigatse", "日喀则地区", "540200"),
  unit("542100", "Qamdo", "昌都地区", "540300"),
  unit("542600", "Nyingchi", "林芝地区", "540400"),
  unit("542200", "Shannan", "山南地区", "540500"),
  unit("540600", "Nagqu", "那曲市", "542400"),
  unit("650400", "Turpan", "吐鲁番市", "652100"),
];
