/** Units of the settings. */
export const settingUnits: Record<string, string> = { cities: "个", rounds: "轮", km: "公里" };

/** What each setting means, by its name in the code. */
export const settingMeanings: Record<string, string> = {
  cityCount: "按末年增加值排序，取前多少个单位入表",
  quotientExponent: "所在省的排放在多大程度上改变其工业构成",
  quotientFloor: "区位商下限",
  tiltExponent: "单位工业增加值排放在多大程度上改变该市能源与重工业",
  tiltLimit: "上述调整（取指数之前）的最大倍数",
  cityFactorLimit: "将排放调整到本市总量的最大倍数",
  cityFactorRounds: "上述调整的轮数",
  setAsideShare: "城市总量超过全省此比例即不采用",
  valueAddedWeight: "居民需求中增加值（相对人口）的权重",
  frictionGoods: "货物的距离指数，未乘共同系数",
  frictionServices: "服务、水与建筑的距离指数",
  frictionElectricity: "电力与热力的距离指数",
  homeDistance: "城市内部的距离",
  leastDistance: "两城之间的最小距离",
  targetShare: "校准所用的首年外包比例",
  illustrativeFall: "示例价格基准中，煤炭、石油、金属、电力的进一步价格指数",
};

/** What each check looks at, by its id without the year or measure at its end. */
export const checkNames: Record<string, string> = {
  calibration: "首年外包比例与公布值之差",
  "trade-balance": "各市产品销售的最大相对误差",
  "city-totals-clipped": "总量超出缩放上限的城市数",
  "city-totals-set-aside": "总量高于全省可信比例的城市数",
  "origins-add-up-to-production": "来源地排放加出口等于属地排放",
  "world-adds-up": "属地合计等于足迹与出口合计",
  "multipliers-give-footprints": "乘数与求解得到同样的足迹",
  "rows-balance": "投入产出表各行平衡",
  "causes-add-up": "各原因之和等于足迹的变化",
  "intensity-is-mitigation": "强度效应等于减排",
  "given-equals-received": "为他市减排合计等于外包减排合计",
};
