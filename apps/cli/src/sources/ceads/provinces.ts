import { PROVINCE_NAMES } from "@tributary/core";
import { Axis } from "../tables/axis.ts";
import type { RegionEntry } from "../tables/axis-files.ts";

/** Short Chinese names, in the order of the codes. */
const CHINESE =
  "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆".split(
    " ",
  );
/** Spellings of CEADs' files. `Shannxi` is Shaanxi: Shanxi is spelt as it is. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  150000: ["InnerMongolia", "Inner-Mongolia", "Neimenggu"],
  610000: ["Shannxi"],
  540000: ["Xizang"],
};

/** China's provinces by every name under which CEADs' files know them. */
export const PROVINCES: Axis<RegionEntry> = new Axis(
  Object.entries(PROVINCE_NAMES).map(([code, en], k) => ({
    code,
    name: { en, zh: CHINESE[k] },
    aliases: [...(SPELLINGS[code] ?? []), `${CHINESE[k]}市`, `${CHINESE[k]}省`],
    province: code,
    lon: null,
    lat: null,
  })),
);
