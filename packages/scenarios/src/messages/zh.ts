import type { Amount } from "./amount.ts";
import type { Messages } from "./en.ts";

const list = (items: readonly string[]) => items.join("、");
const or = (choices: readonly string[]) => choices.join("或");
const amount = ({ said, percent }: Amount) => `${said.zh}（${percent}%）`;

/** The messages in Chinese. */
export const zh: Messages = {
  near: (known) => (known.length > 0 ? `是否想写${list(known)}？` : ""),
  orRather: (problem, known) => `${problem}。是否想写${list(known)}？`,
  oneOf: (known) => `可用：${list(known)}`,

  missing: (key) => `缺少“${key}”`,
  needsOneOf: (keys) => `需要${or(keys)}`,
  needsEither: (one, other) => `需要${one}或${other}，不能两者都写或都不写`,
  unknownKey: (key) => `没有“${key}”这一项`,
  oneTooMany: (key, others) => `“${key}”不能与${list(others)}并用`,
  unknownChoice: (shown) => `这里没有${shown}这一选项`,
  unknownLeverAt: (shown) => `没有${shown}这项措施`,
  wrongValue: (shown, wanted) => `现为${shown}，应为${or(wanted)}`,
  wrongType: (shown, kinds) => `现为${shown}，应为${or(kinds)}`,
  kinds: { object: "键值对", array: "列表", string: "文本", number: "数字", int: "整数" },
  either: or,
  quoteCodes: () => "代码是文本，请加引号",
  numberAlone: (value, percent) => (percent ? `要求百分数处写${value}，要求份额处写${value / 100}` : `请写作${value}`),
  percentAsShare: (percent, share) => `${percent}%写作${share}`,
  badForm: (shown, form) => `${shown}：应为${form}`,
  forms: {
    id: "小写字母和数字，以连字符相连",
    release: "小写字母、数字、点和连字符",
    code: "字母、数字、点和连字符",
  },
  otherForm: "规范中规定的格式",
  below: (value, bound) => `${value}小于下限${bound}`,
  above: (value, bound) => `${value}大于上限${bound}`,
  empty: () => "为空",
  tooManyCharacters: (count, most) => `有${count}个字符，超过上限${most}`,
  tooManyEntries: (count, most) => `有${count}项，超过上限${most}`,
  notAllowed: () => "此处不允许",
  newerVersion: (version, known) => `版本${version}高于本程序所支持的版本${known}`,
  unknownVersion: (version, current) => `没有版本${version}，现行版本为${current}`,

  badScenario: () => "此情景无法使用。",
  circularExtends: (names) => `情景之间循环引用：${names.join(" → ")}。`,
  badLink: (reason) => `无法打开此链接：${reason}。`,
  linkForm: () => "其格式不是 <版本>.<数据版本>.<情景>.<校验码>",
  linkVersion: (version, known) => `其版本为“${version}”，而本程序支持的是${known}`,
  linkOtherRelease: (named, inside) => `链接写明的数据版本为“${named}”，而其中情景写明的是“${inside}”`,
  linkTooLarge: (length, most) => `它有${length}个字符，超过链接的上限${most}`,
  linkCutOff: () => "它不完整，或含有链接中不会出现的字符",
  linkDamaged: () => "它不完整，或在传递中被改动；请从分享处重新复制",
  linkUnpacksTooFar: (most) => `解压后超过${most}个字符，情景不会有这么长`,
  linkTooDeep: (most) => `解压后的内容嵌套超过${most}层`,
  linkNoScenario: () => "解压后的内容不是情景",
  linkTooLong: (length, most) => `链接将有${length}个字符，超过网址的上限${most}；请以文件分享此情景。`,
  madeOnAnotherRelease: (named, here) => `此情景是在数据版本 ${named} 上制作的，这里用于 ${here}，数字可能有所不同。`,
  madeForAnotherYear: (stated, here) => `此情景针对 ${stated} 年，这里用于 ${here} 年的经济，数字会有所不同。`,

  unknownLever: (id) => `没有“${id}”这项措施。`,
  unknownRegion: (code) => `表中没有代码为“${code}”的城市。`,
  unknownProvince: (code) => `表中没有城市属于省份“${code}”。`,
  unknownSector: (code) => `表中没有代码为“${code}”的部门。`,
  unknownGroup: (group) => `表中没有名为“${group}”的部门组。`,
  selectsNothing: (selector) => `${selector} 没有选中任何城市。`,
  nothingToSpendOn: (city) => `${city} 的消费者完全不购买所选的再支出产品。`,
  receiverIsGiver: (product) => `就产品${product}而言，减少采购的来源与增加采购的来源是同一批城市。`,
  noEarlierYear: () => "此表只有一个年份，无法为较早年份以来的减排付款。",
  tooManyChanges: () => "在此表上需要改动的采购超出可容纳的数量，请缩小采购方、产品或供应方的范围。",

  notAGas: (name, unit) =>
    `每吨的价格只适用于气体的质量；本次计算的是${name}，单位为${unit}。请去掉这项措施，或用 --stressor 选择一种气体。`,
  unknownMoneyUnit: (unit) =>
    `此表的货币单位“${unit}”中没有可识别的币种和十进制倍数，无法据此定价。请用 --unit 重新导入此表，例如“10^4 CNY”或“M EUR”。`,
  otherCurrency: (stated, own) =>
    `价格以${stated}计，而此表以${own}计。请填写 price.rate，即一${stated}合多少${own}；或将价格改为${own}。`,
  needlessRate: (own) => `价格与此表同以${own}计，无需换算。请去掉 price.rate，或填写 price.currency。`,
  noPowerSector: (known) =>
    `此表没有名称为电力的部门，因此无法选定。请自行填写 where.sectors；此表的部门有${known.slice(0, 8).join("、")}${known.length > 8 ? "等" : ""}。`,
  notWeighed: (name, unit) => `目标以吨表示，而本次计算的是${name}，单位为${unit}：请改用百分比。`,

  fractionAsPercent: (label, value, meant) =>
    `“${label}”：${value} 即百分之${value}，不足1%；若指百分之${meant}，请填${meant}`,
  otherDirection: (label, value, meant) => `“${label}”取${value}会增加这项措施本应减少的量；若要减少，请填${meant}`,
  targetAboveToday: (account, value, meant) => `目标取${value}允许${account}上升；若要减少，请填${meant}`,

  targetOutOfReach: (account, city, reached, wanted) =>
    `各项措施全部用到限度，也只能使${city.zh}的${account.zh}变为${amount(reached)}，而目标为${amount(wanted)}。`,
  badGoal: () => "用这些措施无法求解目标。",
  notLinear: () => "结果与其力度不成比例，只能按现有设置保持",
  badWeight: (weight) => `权重${weight}应大于0`,
  boundsLeaveOut: (min, max, neutral) => `限度${min}至${max}不含不作改变的${neutral}`,
  boundNotAllowed: (bound) => `其设置不允许取限度${bound}`,
  noLevers: () => "没有可供目标使用的措施。",
  notChosenAmong: (id, chosen) => `目标求解不选用“${id}”，可选的是${list(chosen)}。`,

  model: {
    "shape-mismatch": "表的各部分大小不一致。",
    "not-productive": "改动后的表投入大于产出，没有产出能满足需求。",
    "not-converged": "求解未能在限定次数内收敛。",
    "not-finite": "改动后的表中出现了非有限的数。",
    stale: "求解期间同一内存被另一张表占用，请重新运行情景。",
  },
};
