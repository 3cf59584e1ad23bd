/** Names of sums, in the languages in which tables are published. */
const TOTAL =
  /^((grand|sub|over-?all)[ -]?)?(totals?|sum)( (of )?(all |the )?(intermediate|final|value[- ]added|primary|inputs?|outputs?|uses?|demand|consumption|sectors?|products?|industries|economy|regions?|provinces?|countries|exports?|imports?|emissions?|supply|costs?)\b.*)?$|^(summen?|insgesamt|gesamt|zusammen|somme|ensemble|totale|totaal|suma|итого|всего)$|^(all|whole) (sectors?|products?|industries|economy|regions?|provinces?|cities|countries)$|^(world|world total|national total|nationwide)$|(合计|小计|总计|总和|合計|小計|總計)$|^(全国|全部|全国总计|总量)$/i;

/** Whether a name says that its row or column is the sum of others. */
export function isTotalName(name: string): boolean {
  return TOTAL.test(name.trim().replace(/[:.]$/, ""));
}

/** Names that are no sums; all of them where nothing else is named, for then they are what there is. */
export function leaveOutTotals(names: readonly string[]): string[] {
  const parts = names.filter((name) => !isTotalName(name));
  return parts.length > 0 ? parts : [...names];
}
