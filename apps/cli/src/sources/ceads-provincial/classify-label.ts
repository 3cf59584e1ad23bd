/** What a row or column of the workbook is. */
export type Kind =
  | "sector"
  | "final-use"
  | "exports"
  | "imports"
  | "output"
  | "value-added"
  | "cost"
  | "total"
  | "error";

/** Words that tell, in the order in which they are tried; what none tells is a sector. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    "total",
    /total (intermediate|final|use|inter)|intermediate (use|input)s? total|^t(ii|iu|fu)$|(中间|最终)(使用|投入)?合计|^合计$/i,
  ],
  ["value-added", /total value[- ]added|^value[- ]added$|^(tva|va)$|增加值合计|^增加值$/i],
  ["output", /(total|gross) (output|input)s?|^(to|ti|go|x)$|总(产出|投入)/i],
  ["exports", /^(exports?|ex)\b|^出口|国外出口/i],
  ["imports", /^(imports?|im)\b|^进口|国外进口/i],
  ["error", /^(errors?|others?)$|balancing|statistical (error|discrepanc)|误差|^其他$/i],
  [
    "cost",
    /compensation|net taxes|depreciation|consumption of fixed|operating surplus|劳动者报酬|生产税净额|固定资产折旧|营业盈余/i,
  ],
  [
    "final-use",
    /\b(rural|urban)\b.*(consumption|households?)|household consumption|government consumption|consumption expenditure|capital formation|inventor|农村居民|城镇居民|居民消费|政府消费|资本形成|存货/i,
  ],
];

/** What a heading says: the first of its texts that tells something decides. */
export function classifyLabel(texts: readonly string[]): Kind {
  for (const text of texts) {
    const found = WORDS.find(([, pattern]) => pattern.test(text.trim()));
    if (found) return found[0];
  }
  return "sector";
}
